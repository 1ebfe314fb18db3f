package org.tctf.messagingconsumers.domain.campaign;

import java.time.Instant;
import java.util.List;

/**
 * A lane and one of its recipients after something became of the recipient: always written together, so that the counts
 * are never off.
 *
 * @param facts that follow
 * @param isBounced whether there is no such mailbox, so that it is to be suppressed
 */
public record Settled(Lane lane, Recipient before, Recipient recipient, List<Object> facts, boolean isBounced) {

    public static Settled sent(Lane lane, Recipient to, String provider, Instant now) {
        return of(lane, to, to.sent(provider, now), now);
    }

    public static Settled skipped(Lane lane, Recipient to, Recipient.Cause cause, Instant now) {
        return of(lane, to, to.skipped(cause, now), now);
    }

    public static Settled failed(Lane lane, Recipient to, Recipient.Why why, Instant now) {
        return of(lane, to, to.failed(why, now), now);
    }

    /** There is no such mailbox. */
    public static Settled bounced(Lane lane, Recipient to, Instant now) {
        Settled failed = failed(lane, to, Recipient.Why.REJECTED, now);
        return new Settled(failed.lane, failed.before, failed.recipient, failed.facts, true);
    }

    public static Settled notTaken(Lane lane, Recipient to, Instant now) {
        return of(lane, to, to.notTaken(now), now);
    }

    public static Settled unknown(Lane lane, Recipient to, Instant now) {
        return of(lane, to, to.unknown(now), now);
    }

    /** A person says what became of it. */
    public static Settled byPerson(Lane lane, Recipient of, boolean wasSent, Instant now) {
        return reopened(lane, of, of.settled(wasSent, now));
    }

    /** A person has it sent again. */
    public static Settled again(Lane lane, Recipient to, Instant now) {
        return reopened(lane, to, to.again(now));
    }

    private static Settled of(Lane lane, Recipient before, Recipient after, Instant now) {
        return new Settled(lane.settle(before, after, now), before, after, facts(after), false);
    }

    private static Settled reopened(Lane lane, Recipient before, Recipient after) {
        return new Settled(lane.reopen(before, after), before, after, facts(after), false);
    }

    private static List<Object> facts(Recipient after) {
        return after.state() instanceof Recipient.Failed(var at, Recipient.Why why)
                ? List.of(new CampaignMessageFailed(after.campaignId(), after.subscriberId(), why, after.attempts()))
                : List.of();
    }
}
