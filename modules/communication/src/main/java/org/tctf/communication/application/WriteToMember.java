package org.tctf.communication.application;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.tctf.communication.domain.Channel;
import org.tctf.communication.domain.Contact;
import org.tctf.communication.domain.Content;
import org.tctf.communication.domain.Forgotten;
import org.tctf.communication.domain.Message;
import org.tctf.communication.domain.PushSubscription;
import org.tctf.communication.domain.Recipient;
import org.tctf.communication.domain.Webhook;

/** Writes to a member whose address is in the book, by mail, to their webhooks and to their browsers, if they want to be told so. */
@Singleton
public class WriteToMember {
    private final AddressBook addressBook;
    private final WebhookBook webhookBook;
    private final PushBook pushBook;
    private final Messages messages;
    private final InstantSource clock;

    public WriteToMember(
            AddressBook addressBook,
            WebhookBook webhookBook,
            PushBook pushBook,
            Messages messages,
            InstantSource clock) {
        this.addressBook = addressBook;
        this.webhookBook = webhookBook;
        this.pushBook = pushBook;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Does nothing for a member who is gone, or has switched the topic off. All of it is one commit.
     *
     * @param factId the fact that the message is about; it becomes the message's id
     * @throws IllegalStateException when the member's address is not known yet: facts overtake each other, so try again
     */
    public void write(String factId, String memberId, Content.ByMail content) {
        switch (addressBook.find(memberId).orElseGet(() -> Contact.unknown(memberId))) {
            case Forgotten gone -> {}
            case Contact contact -> {
                List<Message> wanted = messages(factId, contact, content);
                if (!wanted.isEmpty()) {
                    messages.queue(wanted);
                }
            }
        }
    }

    private List<Message> messages(String factId, Contact contact, Content.ByMail content) {
        List<Message> wanted = new ArrayList<>();
        Instant now = clock.instant();
        Recipient recipient = Recipient.of(contact);
        if (contact.wants(content, Channel.EMAIL)) {
            wanted.add(Message.queued(factId, recipient, content, now));
        }
        if (contact.wants(content, Channel.WEBHOOK)) {
            for (Webhook webhook : webhookBook.of(contact.memberId()).webhooks()) {
                content.hook(webhook.id(), now)
                        .ifPresent(hook -> wanted.add(Message.queued(factId, recipient, webhook, hook, now)));
            }
        }
        if (contact.wants(content, Channel.PUSH) && contact.mayBeDisturbed(content, now)) {
            for (PushSubscription browser : pushBook.of(contact.memberId()).goodAt(now)) {
                content.push(browser.id(), now)
                        .ifPresent(push -> wanted.add(Message.queued(factId, recipient, browser, push, now)));
            }
        }
        return wanted;
    }
}
