/** Preferences, changes of address, deletions. Plain Java. */
@NullMarked
package org.tctf.authuser.domain;

import org.jspecify.annotations.NullMarked;
