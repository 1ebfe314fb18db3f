/**
 * Passwords: changed by who knows them, reset by who owns the address, and good enough in either case. Nobody learns here
 * whether an address has an account. A new password ends all other sessions in the same transaction, and its owner is told.
 */
@NullMarked
package org.tctf.authpassword;

import org.jspecify.annotations.NullMarked;
