/** Acts of administrators, and what is found of users. Plain Java. */
@NullMarked
package org.tctf.authadmin.domain;

import org.jspecify.annotations.NullMarked;
