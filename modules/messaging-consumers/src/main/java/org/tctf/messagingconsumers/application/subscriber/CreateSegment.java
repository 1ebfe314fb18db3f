package org.tctf.messagingconsumers.application.subscriber;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.tctf.identity.Principal;
import org.tctf.kernel.Ids;
import org.tctf.messagingconsumers.application.Staff;
import org.tctf.messagingconsumers.domain.subscriber.Rule;
import org.tctf.messagingconsumers.domain.subscriber.Segment;

/** Gives a rule a name. */
@Singleton
public class CreateSegment {
    private final Segments segments;
    private final Ids ids;
    private final InstantSource clock;

    public CreateSegment(Segments segments, Ids ids, InstantSource clock) {
        this.segments = segments;
        this.ids = ids;
        this.clock = clock;
    }

    public Segment create(Principal caller, String name, Rule rule) {
        Staff.require(caller);
        Segment segment = new Segment(ids.next().toString(), name, rule, clock.instant(), 1);
        segments.add(segment);
        return segment;
    }
}
