package org.tctf.analytics.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Money;

/**
 * What is kept of a fact: enough to count it, again and by other rules, and nothing that says who.
 *
 * @param id the event's id
 * @param time when it happened; late arrivals count for that day
 * @param subject pseudonym of the member it is about, or of whatever else
 * @param actor pseudonym of the member who did it, if a member did
 * @param amount the money it is about, for the types whose metric is a sum
 */
@ValueObject
public record Fact(
        String id,
        String type,
        Instant time,
        String subject,
        @Nullable String actor,
        @Nullable Money amount) {

    /** The day it counts for, UTC. */
    public LocalDate day() {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    /** The member in whose history it belongs, as the {@link Milestones} say. */
    public Optional<String> member() {
        return Milestones.isOfSubject(type) ? Optional.of(subject) : Optional.ofNullable(actor);
    }

    /** Facts of one member share a shard, so that counting them never spans two. */
    public Shard shard() {
        return Shard.of(member().orElse(subject));
    }
}
