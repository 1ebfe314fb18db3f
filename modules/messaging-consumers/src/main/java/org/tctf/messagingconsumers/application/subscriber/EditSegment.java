package org.tctf.messagingconsumers.application.subscriber;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.tctf.identity.Principal;
import org.tctf.kernel.Problem;
import org.tctf.kernel.web.ETag;
import org.tctf.messagingconsumers.application.Staff;
import org.tctf.messagingconsumers.domain.subscriber.Rule;
import org.tctf.messagingconsumers.domain.subscriber.Segment;

/** Changes a segment; campaigns that are scheduled keep the rule that they have. */
@Singleton
public class EditSegment {
    private final Segments segments;

    public EditSegment(Segments segments) {
        this.segments = segments;
    }

    /** @throws Problem {@code SEGMENT_NOT_FOUND}, {@code VERSION_MISMATCH} */
    public Segment edit(Principal caller, String segmentId, @Nullable String ifMatch, String name, Rule rule) {
        Staff.require(caller);
        return segments.change(segmentId, segment -> {
                    ETag.check(ifMatch, segment.version());
                    return segment.edited(name, rule);
                })
                .orElseThrow(
                        () -> Problem.notFound("SEGMENT_NOT_FOUND", "There is no segment %s.".formatted(segmentId)));
    }
}
