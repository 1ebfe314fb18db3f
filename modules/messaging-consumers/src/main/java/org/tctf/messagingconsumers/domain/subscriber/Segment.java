package org.tctf.messagingconsumers.domain.subscriber;

import java.time.Instant;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import org.tctf.kernel.Problem;

/** A rule with a name. A campaign takes the rule as it is when it is scheduled. */
@AggregateRoot
public record Segment(@Identity String segmentId, String name, Rule rule, Instant createdAt, long version) {
    public static final int MAX_NAME = 100;

    /** @throws Problem {@code INVALID_SEGMENT} */
    public Segment {
        if (name.isBlank() || name.length() > MAX_NAME) {
            throw Problem.invalid("INVALID_SEGMENT", "A segment's name has 1 to %d characters.".formatted(MAX_NAME))
                    .at("/name");
        }
    }

    public Segment edited(String newName, Rule newRule) {
        return new Segment(segmentId, newName, newRule, createdAt, version + 1);
    }
}
