/** The embedded event bus: outbox relay, rules, durable queues, retries, dead letters, schedules. */
@NullMarked
package org.tctf.bus;

import org.jspecify.annotations.NullMarked;
