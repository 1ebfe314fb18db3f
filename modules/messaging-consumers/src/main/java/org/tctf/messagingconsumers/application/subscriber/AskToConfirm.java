package org.tctf.messagingconsumers.application.subscriber;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tctf.kernel.mail.Mail;
import org.tctf.kernel.web.PublicUrl;
import org.tctf.messagingconsumers.application.Links;
import org.tctf.messagingconsumers.application.campaign.Carriers;
import org.tctf.messagingconsumers.domain.link.Link;
import org.tctf.messagingconsumers.domain.subscriber.Subscriber;
import org.tctf.messagingconsumers.domain.subscriber.SubscriberList;

/** Asks an address's owner by mail whether they want the lists that somebody asked for. */
@Singleton
public class AskToConfirm {
    /** How long the link in the mail is good. */
    public static final Duration GOOD_FOR = Duration.ofDays(7);

    private final Subscribers subscribers;
    private final SubscriberLists lists;
    private final Links links;
    private final ConfirmationTexts texts;
    private final Carriers carriers;
    private final PublicUrl publicUrl;
    private final InstantSource clock;

    public AskToConfirm(
            Subscribers subscribers,
            SubscriberLists lists,
            Links links,
            ConfirmationTexts texts,
            Carriers carriers,
            PublicUrl publicUrl,
            InstantSource clock) {
        this.subscribers = subscribers;
        this.lists = lists;
        this.links = links;
        this.texts = texts;
        this.carriers = carriers;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /**
     * A mail that comes twice asks the same twice, and does no harm; so it is simply tried again.
     *
     * @param mailId the same at every try
     * @throws Carriers.NotTaken when no provider took it; try again later
     */
    public void ask(String mailId, String subscriberId) {
        subscribers
                .find(subscriberId)
                .filter(subscriber -> !subscriber.pending().isEmpty())
                .ifPresent(subscriber -> ask(mailId, subscriber));
    }

    private void ask(String mailId, Subscriber subscriber) {
        Set<String> pending = subscriber.pending();
        List<String> names = pending.stream()
                .flatMap(listId -> lists.find(listId).stream())
                .map(SubscriberList::name)
                .toList();
        Link link = new Link.Confirm(
                subscriber.subscriberId(), pending, clock.instant().plus(GOOD_FOR));
        String address = publicUrl
                .at("/v1/subscriptions/confirm", "token", links.seal(link))
                .toString();
        ConfirmationTexts.Words words = texts.in(subscriber.profile().language(), names, address);
        carriers.require(new Mail(
                mailId,
                subscriber.email(),
                words.subject(),
                words.text(),
                words.html(),
                Map.of("Content-Language", subscriber.profile().language().tag())));
    }
}
