package org.tctf.messagingconsumers.application.campaign;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import org.tctf.kernel.Problem;
import org.tctf.messagingconsumers.application.Links;
import org.tctf.messagingconsumers.domain.link.Link;

/** A tracked mail was opened, or a link in it followed. */
@Singleton
public class RecordEngagement {
    private final Links links;
    private final Engagements engagements;
    private final InstantSource clock;

    public RecordEngagement(Links links, Engagements engagements, InstantSource clock) {
        this.links = links;
        this.engagements = engagements;
        this.clock = clock;
    }

    /**
     * @return where to go on: nowhere for an opened mail
     * @throws Problem {@code LINK_INVALID}, so that nobody is sent on to an address that is not in a mail of ours
     */
    public Optional<URI> record(String token) {
        return switch (links.open(token).orElse(null)) {
            case Link.Opened(String subscriberId, String campaignId) -> {
                engagements.count(campaignId, subscriberId, null, clock.instant());
                yield Optional.empty();
            }
            case Link.Follow(String subscriberId, String campaignId, String url) -> {
                engagements.count(campaignId, subscriberId, url, clock.instant());
                yield Optional.of(URI.create(url));
            }
            case Link.Confirm c -> throw invalid();
            case Link.Leave l -> throw invalid();
            case null -> throw invalid();
        };
    }

    private static Problem invalid() {
        return Problem.invalid("LINK_INVALID", "This link is not one of ours; take the whole of it from the mail.");
    }
}
