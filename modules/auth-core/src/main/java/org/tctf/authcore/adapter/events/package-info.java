/** What auth-core reacts to. */
@NullMarked
package org.tctf.authcore.adapter.events;

import org.jspecify.annotations.NullMarked;
