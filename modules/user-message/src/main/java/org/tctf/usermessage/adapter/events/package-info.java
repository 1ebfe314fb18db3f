/** What this service does when others publish, and its own commands. */
@NullMarked
package org.tctf.usermessage.adapter.events;

import org.jspecify.annotations.NullMarked;
