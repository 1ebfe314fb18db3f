package org.tctf.messagingconsumers.adapter.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tctf.identity.Principal;
import org.tctf.kernel.web.ETag;
import org.tctf.messagingconsumers.application.subscriber.CreateSegment;
import org.tctf.messagingconsumers.application.subscriber.EditSegment;
import org.tctf.messagingconsumers.application.subscriber.ShowSegments;
import org.tctf.messagingconsumers.domain.subscriber.Segment;

/** Segments: rules with a name. */
@Controller("/v1/segments")
@RolesAllowed({"STAFF", "ADMIN"})
class SegmentController {

    record Segments(List<SegmentView> items) {}

    private final CreateSegment createSegment;
    private final EditSegment editSegment;
    private final ShowSegments showSegments;

    SegmentController(CreateSegment createSegment, EditSegment editSegment, ShowSegments showSegments) {
        this.createSegment = createSegment;
        this.editSegment = editSegment;
        this.showSegments = showSegments;
    }

    /** All segments. */
    @Get
    Segments all(Principal caller) {
        return new Segments(
                showSegments.show(caller).stream().map(SegmentView::of).toList());
    }

    /** Makes a segment. */
    @Post
    HttpResponse<SegmentView> create(Principal caller, @Valid @Body SegmentForm form) {
        Segment segment = createSegment.create(caller, form.name(), form.rule().rule());
        return HttpResponse.created(SegmentView.of(segment)).header(HttpHeaders.ETAG, ETag.of(segment.version()));
    }

    /** Changes a segment; campaigns that are scheduled keep the rule that they have. */
    @Put("/{segmentId}")
    HttpResponse<SegmentView> edit(
            Principal caller,
            String segmentId,
            @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @Body SegmentForm form) {
        Segment segment = editSegment.edit(
                caller, segmentId, ifMatch, form.name(), form.rule().rule());
        return HttpResponse.ok(SegmentView.of(segment)).header(HttpHeaders.ETAG, ETag.of(segment.version()));
    }
}
