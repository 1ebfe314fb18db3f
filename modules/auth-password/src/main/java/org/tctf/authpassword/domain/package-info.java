/** Resets and their rules. */
@NullMarked
package org.tctf.authpassword.domain;

import org.jspecify.annotations.NullMarked;
