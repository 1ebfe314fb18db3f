package org.tctf.messagingconsumers.application.subscriber;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.tctf.messagingconsumers.application.Links;
import org.tctf.messagingconsumers.domain.link.Link;

/** Says what a mailed link is for, and does nothing. */
@Singleton
public class ReadLink {
    private final Links links;

    public ReadLink(Links links) {
        this.links = links;
    }

    public Optional<Link> read(String token) {
        return links.open(token);
    }
}
