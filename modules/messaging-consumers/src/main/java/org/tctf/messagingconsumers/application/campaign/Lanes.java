package org.tctf.messagingconsumers.application.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tctf.messagingconsumers.domain.campaign.Campaign;
import org.tctf.messagingconsumers.domain.campaign.Lane;
import org.tctf.messagingconsumers.domain.campaign.Recipient;
import org.tctf.messagingconsumers.domain.campaign.Settled;

/**
 * Port: the lanes of campaigns and their recipients, from the worker's side. Every write is refused when the lane has moved
 * since it was read: then somebody else works it.
 */
public interface Lanes {

    Optional<Lane> find(String campaignId, int number);

    /** All of a campaign's; none before its start. */
    List<Lane> of(String campaignId);

    /** Recipients that have not been tried, in order. */
    List<Recipient> next(Lane lane, int limit);

    /** Recipients that wait, those whose time comes first at first. */
    List<Recipient> waiting(Lane lane, int limit);

    Optional<Recipient> recipient(Lane lane, String subscriberId);

    /** Durably before a mail is handed over: what became of those before it, and that it is in hand. */
    void ahead(Step step);

    /** The end of a command's work; the lane goes on after the pause. */
    void goOn(Step step, Duration pause);

    /** New recipients of a lane that is being frozen; it goes on. */
    void freeze(Step step, List<Recipient> found);

    /** The end of a command's work; nothing goes on as long as the campaign is as it was read. */
    void rest(Step step, Campaign read);

    /** The end of the lane's work, and perhaps of the campaign. */
    void finish(Step step, Instant now);

    /**
     * @param before as it was written last
     * @param settled what became of whom since
     */
    record Step(Lane before, Lane after, List<Settled> settled) {}
}
