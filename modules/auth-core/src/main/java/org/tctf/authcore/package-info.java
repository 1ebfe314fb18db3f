/**
 * The way in. Promises: an address is a member's only when its owner proved it; SIGN_UP_CONFIRMED is published exactly once
 * for each member and carries all that was said at sign-up; a session ends when its owner, an administrator or a thief's
 * mistake ends it; and no answer, nor the time it takes, tells whether an address has an account.
 */
@NullMarked
package org.tctf.authcore;

import org.jspecify.annotations.NullMarked;
