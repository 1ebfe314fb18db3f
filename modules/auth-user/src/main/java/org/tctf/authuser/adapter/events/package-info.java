/** What auth-user reacts to. */
@NullMarked
package org.tctf.authuser.adapter.events;

import org.jspecify.annotations.NullMarked;
