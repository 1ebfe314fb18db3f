package org.tctf.messagingconsumers.application.subscriber;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.tctf.kernel.Language;
import org.tctf.messagingconsumers.application.Links;
import org.tctf.messagingconsumers.domain.link.Link;

/** Says in which language the one reads whom a mailed link is for: the one that the mail was in. */
@Singleton
public class FindReadersLanguage {
    private final Links links;
    private final Subscribers subscribers;

    public FindReadersLanguage(Links links, Subscribers subscribers) {
        this.links = links;
        this.subscribers = subscribers;
    }

    /** Nothing for a token that is not ours, or where nothing is known of them any more. */
    public Optional<Language> find(String token) {
        return links.open(token)
                .map(Link::subscriberId)
                .flatMap(subscribers::find)
                .map(subscriber -> subscriber.profile().language());
    }
}
