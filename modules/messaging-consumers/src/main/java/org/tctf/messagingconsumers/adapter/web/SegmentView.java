package org.tctf.messagingconsumers.adapter.web;

import java.time.Instant;
import org.tctf.messagingconsumers.domain.subscriber.Segment;

record SegmentView(String segmentId, String name, RuleForm rule, Instant createdAt, long version) {
    static SegmentView of(Segment segment) {
        return new SegmentView(
                segment.segmentId(),
                segment.name(),
                RuleForm.of(segment.rule()),
                segment.createdAt(),
                segment.version());
    }
}
