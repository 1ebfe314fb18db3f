package org.tctf.messagingconsumers.domain.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import org.tctf.kernel.Problem;

/**
 * One mail of a campaign to one subscriber.
 *
 * @param attempts how often a provider was asked and did not take it
 */
@AggregateRoot
public record Recipient(String campaignId, int lane, String subscriberId, State state, int attempts, long version) {
    /** How often providers are asked before the mail has failed. */
    public static final int MAX_ATTEMPTS = 5;

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

    /** What became of it. */
    public sealed interface State {}

    public record Pending() implements State {}

    public record Sent(Instant at, String provider) implements State {}

    public record Failed(Instant at, Why why) implements State {}

    public record Skipped(Instant at, Cause cause) implements State {}

    public record Waiting(Instant until) implements State {}

    /** It was being handed over when the process died or the connection broke: the reader has it, or not. */
    public record Unknown(Instant at) implements State {}

    /** Why it has failed for good. */
    public enum Why {
        /** A provider will never take it. */
        REJECTED,
        /** No provider took it, {@link #MAX_ATTEMPTS} times. */
        NOT_TAKEN,
        /** The template could not be put into words for this reader. */
        NOT_RENDERED,
        /** A person found out that it had not been taken. */
        SETTLED
    }

    /** Why it is not sent. */
    public enum Cause {
        SUPPRESSED,
        UNSUBSCRIBED
    }

    public static Recipient pending(String campaignId, int lane, String subscriberId) {
        return new Recipient(campaignId, lane, subscriberId, new Pending(), 0, 1);
    }

    /** The mail's id, the same at every attempt. */
    @Identity
    public String mailId() {
        return campaignId + "-" + subscriberId;
    }

    /** The campaign whose mail to this subscriber has this id; none for a mail that is no campaign's. */
    public static Optional<String> campaignOf(String mailId, String subscriberId) {
        String end = "-" + subscriberId;
        return mailId.endsWith(end)
                ? Optional.of(mailId.substring(0, mailId.length() - end.length()))
                : Optional.empty();
    }

    Recipient sent(String provider, Instant now) {
        return next(new Sent(now, provider), attempts);
    }

    Recipient skipped(Cause cause, Instant now) {
        return next(new Skipped(now, cause), attempts);
    }

    Recipient failed(Why why, Instant now) {
        return next(new Failed(now, why), attempts);
    }

    Recipient unknown(Instant now) {
        return next(new Unknown(now), attempts);
    }

    /** Nobody took it: it waits, twice as long each time, or has failed. */
    Recipient notTaken(Instant now) {
        int asked = attempts + 1;
        return asked >= MAX_ATTEMPTS
                ? next(new Failed(now, Why.NOT_TAKEN), asked)
                : next(new Waiting(now.plus(FIRST_PAUSE.multipliedBy(1L << attempts))), asked);
    }

    /** @throws Problem {@code MESSAGE_NOT_UNKNOWN} unless it is unknown what became of it */
    Recipient settled(boolean wasSent, Instant now) {
        if (!(state instanceof Unknown)) {
            throw Problem.conflict(
                    "MESSAGE_NOT_UNKNOWN", "What became of this message is known; list the campaign's unknown ones.");
        }
        return wasSent ? sent("settled", now) : failed(Why.SETTLED, now);
    }

    /** @throws Problem {@code MESSAGE_NOT_FAILED} unless another try can help */
    Recipient again(Instant now) {
        if (!(state instanceof Failed(var at, Why why)) || why == Why.REJECTED) {
            throw Problem.conflict(
                    "MESSAGE_NOT_FAILED",
                    "Only a message that has failed is sent again, and not one that its provider rejected.");
        }
        return next(new Waiting(now), 0);
    }

    private Recipient next(State next, int asked) {
        return new Recipient(campaignId, lane, subscriberId, next, asked, version + 1);
    }
}
