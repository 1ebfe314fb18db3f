package org.tctf.messagingconsumers.domain.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How far a campaign is.
 *
 * @param isFrozen whether the total is final
 * @param perSecond measured in this minute and the one before; empty when nothing went
 * @param remaining what is left at that rate; empty when it cannot be said: not frozen, not sending, or nothing measured
 */
public record Progress(Counts counts, boolean isFrozen, OptionalDouble perSecond, Optional<Duration> remaining) {

    public static Progress of(Campaign campaign, Collection<Lane> lanes, Instant now) {
        List<Lane> all = List.copyOf(lanes);
        Counts counts = Counts.sum(all.stream().map(Lane::counts).toList());
        boolean isFrozen = !all.isEmpty() && all.stream().allMatch(Lane::isFrozen);
        OptionalDouble rate = rate(all, now);
        // Who waits for another try waits for a time, not for a turn: the rate says nothing of it.
        boolean isMoving = counts.pending() > 0 || counts.waiting() == 0;
        boolean canBeSaid = isFrozen && isMoving && campaign.phase() instanceof Phase.Sending && rate.isPresent();
        return new Progress(
                counts,
                isFrozen,
                rate,
                canBeSaid
                        ? Optional.of(Duration.ofSeconds((long) Math.ceil(counts.open() / rate.getAsDouble())))
                        : Optional.empty());
    }

    private static OptionalDouble rate(List<Lane> lanes, Instant now) {
        double[] rates = lanes.stream()
                .map(lane -> lane.pace().perSecond(lane.began(), now))
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .toArray();
        double sum = 0;
        for (double rate : rates) {
            sum += rate;
        }
        return rates.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum);
    }
}
