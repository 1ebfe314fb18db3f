package org.tctf.messagingconsumers.application.subscriber;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.tctf.messagingconsumers.domain.subscriber.Segment;

/** Port: the segments, at most a few hundred. */
public interface Segments {

    Optional<Segment> find(String segmentId);

    List<Segment> all();

    void add(Segment segment);

    /** @return the segment as it is now; nothing when there is none */
    Optional<Segment> change(String segmentId, UnaryOperator<Segment> edit);
}
