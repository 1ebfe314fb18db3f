/** A member's records in auth-user's table. */
@NullMarked
package org.tctf.authuser.adapter.store;

import org.jspecify.annotations.NullMarked;
