package org.tctf.messagingconsumers.domain.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import org.tctf.kernel.Decision;
import org.tctf.kernel.Problem;
import org.tctf.messagingconsumers.domain.subscriber.Rule;

/**
 * A mail to an audience: draft → scheduled → sending ⇄ paused → sent, or cancelled from each before the last.
 *
 * @param publication the number of the template's publication that is sent; 0 = not chosen yet
 * @param tracks whether opens and clicks are counted, of subscribers who agreed to it
 * @param finished counts of the lanes that are through, by number
 * @param isAnnounced whether CAMPAIGN_SENT was said; a message that is sent again later does not say it twice
 */
@AggregateRoot
public record Campaign(
        @Identity String campaignId,
        String name,
        String templateId,
        int publication,
        Audience audience,
        boolean tracks,
        Phase phase,
        Map<Integer, Counts> finished,
        boolean isAnnounced,
        Instant createdAt,
        long version) {
    public static final int MAX_NAME = 100;

    /** @throws Problem {@code INVALID_CAMPAIGN} */
    public Campaign {
        finished = Map.copyOf(finished);
        if (name.isBlank() || name.length() > MAX_NAME) {
            throw Problem.invalid("INVALID_CAMPAIGN", "A campaign's name has 1 to %d characters.".formatted(MAX_NAME))
                    .at("/name");
        }
    }

    public static Campaign draft(
            String campaignId, String name, String templateId, Audience audience, boolean tracks, Instant now) {
        return new Campaign(
                campaignId, name, templateId, 0, audience, tracks, new Phase.Draft(), Map.of(), false, now, 1);
    }

    public Campaign edited(String newName, String newTemplate, Audience newAudience, boolean nowTracks) {
        return switch (phase) {
            case Phase.Draft draft ->
                new Campaign(
                        campaignId,
                        newName,
                        newTemplate,
                        0,
                        newAudience,
                        nowTracks,
                        phase,
                        Map.of(),
                        false,
                        createdAt,
                        version + 1);
            default -> throw not("edited", "only a draft is; cancel it and write another");
        };
    }

    /**
     * Freezes what is said and by which rule the audience is chosen; the audience itself is frozen at the start.
     *
     * @throws Problem {@code TEMPLATE_NOT_PUBLISHED}, {@code CAMPAIGN_IN_THE_PAST}, {@code CAMPAIGN_STATE}
     */
    public Decision<Campaign> schedule(int templatePublication, Rule rule, Instant at, Instant now) {
        if (!(phase instanceof Phase.Draft || phase instanceof Phase.Scheduled)) {
            throw not("scheduled", "only a draft is");
        }
        if (templatePublication == 0) {
            throw Problem.conflict("TEMPLATE_NOT_PUBLISHED", "Publish the campaign's template first.");
        }
        if (at.isBefore(now)) {
            throw Problem.invalid("CAMPAIGN_IN_THE_PAST", "A campaign starts now or later, not at %s.".formatted(at))
                    .at("/at");
        }
        Campaign next = new Campaign(
                campaignId,
                name,
                templateId,
                templatePublication,
                audience.by(rule),
                tracks,
                new Phase.Scheduled(at),
                finished,
                isAnnounced,
                createdAt,
                version + 1);
        return Decision.of(next, new CampaignScheduled(campaignId, name, at));
    }

    /** Nothing happens unless it waits for its start, and its time has come. */
    public Decision<Campaign> start(Instant now) {
        return phase instanceof Phase.Scheduled(Instant at) && !at.isAfter(now)
                ? Decision.of(in(new Phase.Sending(now), finished, isAnnounced), new CampaignStarted(campaignId, name))
                : Decision.of(this);
    }

    /** @throws Problem {@code CAMPAIGN_STATE} unless it is sending, or paused already */
    public Campaign pause(Instant now) {
        return switch (phase) {
            case Phase.Sending sending -> in(new Phase.Paused(now), finished, isAnnounced);
            case Phase.Paused paused -> this;
            case Phase.Draft d -> throw not("paused", "it has not started");
            case Phase.Scheduled s -> throw not("paused", "it has not started; cancel it");
            case Phase.Sent s -> throw not("paused", "everybody is through");
            case Phase.Cancelled c -> throw not("paused", "nothing goes out any more");
        };
    }

    /** @throws Problem {@code CAMPAIGN_STATE} unless it is paused, or sending already */
    public Campaign resume(Instant now) {
        return switch (phase) {
            case Phase.Paused paused -> in(new Phase.Sending(now), finished, isAnnounced);
            case Phase.Sending sending -> this;
            default -> throw not("resumed", "only a paused campaign is");
        };
    }

    /** @throws Problem {@code CAMPAIGN_STATE} when everybody is through */
    public Campaign cancel(Instant now) {
        return switch (phase) {
            case Phase.Sent sent -> throw not("cancelled", "everybody is through");
            case Phase.Cancelled cancelled -> this;
            default -> in(new Phase.Cancelled(now), finished, isAnnounced);
        };
    }

    /** A lane is through; after the last one the campaign is. */
    public Decision<Campaign> finished(Lane lane, Instant now) {
        if (!isUnderWay()) {
            return Decision.of(this);
        }
        Map<Integer, Counts> more = new TreeMap<>(finished);
        more.put(lane.number(), lane.counts());
        if (more.size() < Lane.COUNT) {
            return Decision.of(in(phase, more, isAnnounced));
        }
        Counts all = Counts.sum(more.values());
        Campaign sent = in(new Phase.Sent(now), more, true);
        List<Object> facts = isAnnounced
                ? List.of()
                : List.of(new CampaignSent(
                        campaignId, name, all.total(), all.sent(), all.failed(), all.skipped(), all.unknown()));
        return new Decision<>(sent, facts);
    }

    /**
     * A person has changed something in a lane that rests.
     *
     * @param isSentAgain whether there is something to send because of it
     * @throws Problem {@code CAMPAIGN_STATE} when there is, and the campaign was cancelled
     */
    public Campaign reopened(Lane lane, boolean isSentAgain, Instant now) {
        Map<Integer, Counts> others = new TreeMap<>(finished);
        if (lane.isDone()) {
            others.put(lane.number(), lane.counts());
        }
        if (!isSentAgain) {
            return in(phase, others, isAnnounced);
        }
        if (phase instanceof Phase.Cancelled) {
            throw not("sent from", "nothing goes out any more");
        }
        others.remove(lane.number());
        return in(phase instanceof Phase.Sent ? new Phase.Sending(now) : phase, others, isAnnounced);
    }

    /** Whether lanes may still move. */
    public boolean isUnderWay() {
        return phase instanceof Phase.Sending || phase instanceof Phase.Paused;
    }

    private Campaign in(Phase next, Map<Integer, Counts> lanes, boolean announced) {
        return new Campaign(
                campaignId,
                name,
                templateId,
                publication,
                audience,
                tracks,
                next,
                lanes,
                announced,
                createdAt,
                version + 1);
    }

    private Problem not(String what, String why) {
        return Problem.conflict(
                "CAMPAIGN_STATE",
                "Campaign %s is %s and cannot be %s: %s.".formatted(campaignId, phase.word(), what, why));
    }
}
