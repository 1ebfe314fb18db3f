/** What this service does when others publish, and when its own queues come to it. */
@NullMarked
package org.tctf.messagingconsumers.adapter.events;

import org.jspecify.annotations.NullMarked;
