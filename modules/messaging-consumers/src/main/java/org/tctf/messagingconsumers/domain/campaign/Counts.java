package org.tctf.messagingconsumers.domain.campaign;

import java.util.Collection;

/**
 * How many recipients are where. What is neither is still to come.
 *
 * @param total frozen at the start
 * @param skipped were on the list at the start, and must not be written to any more
 * @param waiting were tried, and are tried again
 * @param unknown may have the mail or not; a person decides
 */
public record Counts(long total, long sent, long failed, long skipped, long waiting, long unknown) {
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

    /** Who has not been tried yet. */
    public long pending() {
        return total - sent - failed - skipped - waiting - unknown;
    }

    /** Who may still get the mail without anybody's doing. */
    public long open() {
        return pending() + waiting;
    }

    Counts frozen(int more) {
        return new Counts(total + more, sent, failed, skipped, waiting, unknown);
    }

    /** One recipient goes from one state to another. */
    Counts move(Recipient.State from, Recipient.State to) {
        return count(from, -1).count(to, 1);
    }

    public static Counts sum(Collection<Counts> all) {
        Counts sum = NONE;
        for (Counts one : all) {
            sum = new Counts(
                    sum.total + one.total,
                    sum.sent + one.sent,
                    sum.failed + one.failed,
                    sum.skipped + one.skipped,
                    sum.waiting + one.waiting,
                    sum.unknown + one.unknown);
        }
        return sum;
    }

    private Counts count(Recipient.State state, int by) {
        return switch (state) {
            case Recipient.Pending pending -> this;
            case Recipient.Sent s -> new Counts(total, sent + by, failed, skipped, waiting, unknown);
            case Recipient.Failed f -> new Counts(total, sent, failed + by, skipped, waiting, unknown);
            case Recipient.Skipped s -> new Counts(total, sent, failed, skipped + by, waiting, unknown);
            case Recipient.Waiting w -> new Counts(total, sent, failed, skipped, waiting + by, unknown);
            case Recipient.Unknown u -> new Counts(total, sent, failed, skipped, waiting, unknown + by);
        };
    }
}
