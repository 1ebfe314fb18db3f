/** Reactions to others' facts, and the queues in which messages wait to be sent. */
@NullMarked
package org.tctf.communication.adapter.events;

import org.jspecify.annotations.NullMarked;
