package org.tctf.messagingconsumers.application.campaign;

import jakarta.inject.Singleton;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Problem;
import org.tctf.messagingconsumers.application.subscriber.Segments;
import org.tctf.messagingconsumers.application.subscriber.SubscriberLists;
import org.tctf.messagingconsumers.application.template.Templates;
import org.tctf.messagingconsumers.domain.campaign.Audience;
import org.tctf.messagingconsumers.domain.subscriber.Rule;
import org.tctf.messagingconsumers.domain.subscriber.Segment;

/** Looks up what a plan names. */
@Singleton
public class CampaignPlans {
    private final SubscriberLists lists;
    private final Segments segments;
    private final Templates templates;

    public CampaignPlans(SubscriberLists lists, Segments segments, Templates templates) {
        this.lists = lists;
        this.segments = segments;
        this.templates = templates;
    }

    /** What a campaign is to be. */
    public record Plan(
            String name,
            String templateId,
            Set<String> listIds,
            @Nullable String segmentId,
            boolean tracks) {}

    /** @throws Problem {@code TEMPLATE_NOT_FOUND}, {@code LIST_NOT_FOUND}, {@code SEGMENT_NOT_FOUND} */
    public Audience audience(Plan plan) {
        if (templates.find(plan.templateId()).isEmpty()) {
            throw missing("TEMPLATE_NOT_FOUND", "template", plan.templateId(), "/templateId");
        }
        for (String listId : plan.listIds()) {
            if (lists.find(listId).isEmpty()) {
                throw missing("LIST_NOT_FOUND", "list", listId, "/listIds");
            }
        }
        String segmentId = plan.segmentId();
        Rule rule = segmentId == null
                ? Rule.everybody()
                : segments.find(segmentId)
                        .map(Segment::rule)
                        .orElseThrow(() -> missing("SEGMENT_NOT_FOUND", "segment", segmentId, "/segmentId"));
        return new Audience(plan.listIds(), segmentId, rule);
    }

    private static Problem missing(String code, String what, String id, String pointer) {
        return Problem.notFound(code, "There is no %s %s.".formatted(what, id)).at(pointer);
    }
}
