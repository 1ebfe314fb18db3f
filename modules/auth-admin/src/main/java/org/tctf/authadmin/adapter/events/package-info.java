/** What auth-admin reacts to. */
@NullMarked
package org.tctf.authadmin.adapter.events;

import org.jspecify.annotations.NullMarked;
