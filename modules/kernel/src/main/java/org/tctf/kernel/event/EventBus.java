package org.tctf.kernel.event;

import java.util.List;

/**
 * Port: takes messages from the outboxes to the queues of everyone whose rule matches. Embedded: AWS's Event Ruler and
 * durable queues in SQLite; distributed: EventBridge, SNS and SQS.
 */
public interface EventBus {

    /**
     * When it returns, every message is kept durably and reaches every queue it belongs to, whatever fails from then on.
     * Publishing a message again is harmless: whoever has done it already knows its id.
     */
    void publish(List<Outgoing> messages);
}
