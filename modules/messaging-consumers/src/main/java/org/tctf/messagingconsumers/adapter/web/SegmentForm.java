package org.tctf.messagingconsumers.adapter.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.tctf.messagingconsumers.domain.subscriber.Segment;

record SegmentForm(
        @Size(min = 1, max = Segment.MAX_NAME) String name,
        @Valid RuleForm rule) {}
