package org.tctf.bus;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tctf.bus.QueuedMessage.Kept;

/**
 * Decides, for each step of a message, whether the queue's table has to hear of it: what is still in its outbox only
 * leaves no trace here. One lock makes the decision and the order of the writes one: a message's removal can never
 * overtake its insertion. No call waits for the disk.
 */
final class Ledger {
    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

    private final QueueRows rows;

    Ledger(QueueRows rows) {
        this.rows = rows;
    }

    /** Has those that only an outbox keeps written; they are settled once that is durable. */
    synchronized void keep(Collection<QueuedMessage> messages) {
        List<QueuedMessage> unkept = messages.stream()
                .filter(message -> message.kept() == Kept.IN_OUTBOX)
                .toList();
        if (unkept.isEmpty()) {
            return;
        }
        rows.addLater(unkept.stream().map(QueuedMessage::row).toList())
                .whenComplete((_, failure) -> arrived(unkept, failure));
        unkept.forEach(message -> message.nowKept(Kept.ON_THE_WAY));
    }

    synchronized void done(QueuedMessage message) {
        switch (message.kept()) {
            case ON_THE_WAY, IN_QUEUE ->
                rows.removeLater(message.queue().name(), message.event()).whenComplete(Ledger::complain);
            case IN_OUTBOX, NOWHERE -> {}
        }
        message.nowKept(Kept.NOWHERE);
    }

    synchronized void failed(QueuedMessage message, int receives, String error, Instant due) {
        message.failed(error, due);
        switch (message.kept()) {
            case ON_THE_WAY, IN_QUEUE ->
                rows.failedLater(message.queue().name(), message.event(), receives, due, error)
                        .whenComplete(Ledger::complain);
            case IN_OUTBOX, NOWHERE -> {}
        }
    }

    synchronized void died(QueuedMessage message, QueueRows.New row, Instant at, DeadLetter.Reason reason) {
        if (message.kept() == Kept.IN_OUTBOX) {
            message.nowKept(Kept.ON_THE_WAY);
        }
        rows.diedLater(row, at, reason).whenComplete((_, failure) -> arrived(List.of(message), failure));
    }

    private synchronized void arrived(List<QueuedMessage> messages, @Nullable Throwable failure) {
        complain(null, failure);
        for (QueuedMessage message : messages) {
            if (message.kept() == Kept.ON_THE_WAY) {
                message.nowKept(failure == null ? Kept.IN_QUEUE : Kept.IN_OUTBOX);
            }
        }
    }

    private static void complain(@Nullable Object ignored, @Nullable Throwable failure) {
        if (failure != null) {
            LOG.error("The queues' database refused a write; the message stays in its outbox or comes again", failure);
        }
    }
}
