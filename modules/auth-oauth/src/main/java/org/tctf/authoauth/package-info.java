/**
 * Sign-in with other people's applications. Promises: an application learns of a member what that member has agreed to, and
 * nothing once they take it back; a code is good once and a refresh token is good once, and whoever brings a spent one ends
 * what came of it; what has ended for the member (a disabled account, a replaced password) has ended for every application
 * at its next request; nobody is signed in here but through the gate that everybody goes through; and an identity at another
 * provider becomes a way into an account by its member's own act only.
 */
@NullMarked
package org.tctf.authoauth;

import org.jspecify.annotations.NullMarked;
