package org.tctf.messagingconsumers.domain.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import org.jspecify.annotations.Nullable;
import org.tctf.messagingconsumers.domain.subscriber.Shard;

/**
 * One of the workers of a campaign. It freezes its share of the audience, then sends to it one by one, in
 * order of the subscribers' ids. Before a mail is handed over, the lane durably has it <em>in hand</em>; after, durably not.
 * Whoever finds a lane with something in hand that is not their own doing finds the one mail of which nobody knows (ADR 32).
 *
 * @param step of the one command that works this lane; another step's command is an old one
 * @param frozenTo up to whom the audience was looked through; absent at the beginning
 * @param position up to whom it was sent; absent at the beginning
 * @param inHand whom a provider may be taking the mail for right now
 * @param isResting whether no command is under way: paused, or done
 * @param troubles how often in a row no provider took a mail
 */
@AggregateRoot
public record Lane(
        String campaignId,
        int number,
        Instant began,
        long step,
        @Nullable String frozenTo,
        boolean isFrozen,
        @Nullable String position,
        @Nullable String inHand,
        boolean isResting,
        boolean isDone,
        int troubles,
        Counts counts,
        Pace pace,
        long version) {

    /** As many lanes as subscribers' shards. */
    public static final int COUNT = Shard.COUNT;

    /** So many troubles in a row mean that the providers are down, and not that a mailbox is full. */
    private static final int DOWN = 3;

    private static final Duration FIRST_REST = Duration.ofSeconds(5);
    private static final Duration LONGEST_REST = Duration.ofMinutes(5);

    public static Lane of(Campaign campaign, int number, Instant now) {
        return new Lane(
                campaign.campaignId(),
                number,
                now,
                1,
                null,
                false,
                null,
                null,
                false,
                false,
                0,
                Counts.NONE,
                Pace.from(now),
                1);
    }

    /** One of a campaign's. */
    @Identity
    public String laneId() {
        return campaignId + "/" + number;
    }

    /** Looked through up to there; these were found. */
    public Lane froze(@Nullable String to, List<Recipient> found) {
        return copy(
                to == null ? frozenTo : to, to == null, position, inHand, troubles, counts.frozen(found.size()), pace);
    }

    /** The mail of this recipient is about to be handed over. */
    public Lane take(Recipient next) {
        return copy(frozenTo, isFrozen, position, next.subscriberId(), troubles, counts, pace);
    }

    /** What became of a recipient is known, or known to be unknown. */
    Lane settle(Recipient before, Recipient after, Instant now) {
        boolean isNext = before.state() instanceof Recipient.Pending;
        boolean isSent = after.state() instanceof Recipient.Sent;
        int inARow = after.state() instanceof Recipient.Waiting || after.attempts() > before.attempts()
                ? troubles + 1
                : isSent ? 0 : troubles;
        return copy(
                frozenTo,
                isFrozen,
                isNext ? before.subscriberId() : position,
                null,
                inARow,
                counts.move(before.state(), after.state()),
                isSent ? pace.sent(now) : pace);
    }

    /** A recipient that was through is tried again, or a person says what became of it. */
    Lane reopen(Recipient before, Recipient after) {
        return new Lane(
                campaignId,
                number,
                began,
                step,
                frozenTo,
                isFrozen,
                position,
                inHand,
                isResting,
                isDone && !(after.state() instanceof Recipient.Waiting),
                0,
                counts.move(before.state(), after.state()),
                pace,
                version + 1);
    }

    /** Whether to leave the providers alone for a while. */
    public boolean isInTrouble() {
        return troubles >= DOWN;
    }

    /** How long. */
    public Duration rest() {
        Duration rest = FIRST_REST.multipliedBy(1L << Math.min(troubles - DOWN, 6));
        return rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST;
    }

    /** The command is through, and another goes on. */
    public Lane goOn() {
        return at(step + 1, false, false);
    }

    /** The command is through, and nothing goes on until somebody resumes. */
    public Lane pause() {
        return at(step + 1, true, false);
    }

    /** Everybody is through. */
    public Lane finish() {
        return at(step + 1, true, true);
    }

    private Lane at(long nextStep, boolean rests, boolean done) {
        return new Lane(
                campaignId,
                number,
                began,
                nextStep,
                frozenTo,
                isFrozen,
                position,
                inHand,
                rests,
                done,
                troubles,
                counts,
                pace,
                version + 1);
    }

    private Lane copy(
            @Nullable String frozen,
            boolean isThrough,
            @Nullable String reached,
            @Nullable String hand,
            int inARow,
            Counts counted,
            Pace measured) {
        return new Lane(
                campaignId,
                number,
                began,
                step,
                frozen,
                isThrough,
                reached,
                hand,
                isResting,
                isDone,
                inARow,
                counted,
                measured,
                version + 1);
    }
}
