package org.tctf.messagingconsumers.application.subscriber;

import jakarta.inject.Singleton;
import java.util.List;
import org.tctf.identity.Principal;
import org.tctf.messagingconsumers.application.Staff;
import org.tctf.messagingconsumers.domain.subscriber.Segment;

/** The segments. */
@Singleton
public class ShowSegments {
    private final Segments segments;

    public ShowSegments(Segments segments) {
        this.segments = segments;
    }

    public List<Segment> show(Principal caller) {
        Staff.require(caller);
        return segments.all();
    }
}
