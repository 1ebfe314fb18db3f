package org.tctf.communication.application;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.tctf.communication.domain.Contact;
import org.tctf.communication.domain.Content;
import org.tctf.communication.domain.Forgotten;
import org.tctf.communication.domain.Message;
import org.tctf.communication.domain.Recipient;

/** Pushes to all of a member's browsers what they have not looked at in the app. Whether they want that, who says so has asked. */
@Singleton
public class PushToMember {
    private final AddressBook addressBook;
    private final PushBook pushBook;
    private final Messages messages;
    private final InstantSource clock;

    public PushToMember(AddressBook addressBook, PushBook pushBook, Messages messages, InstantSource clock) {
        this.addressBook = addressBook;
        this.pushBook = pushBook;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Does nothing for a member without browsers, or one who is gone. All of it is one commit.
     *
     * @param factId the fact that it is about; it becomes a part of the messages' ids
     * @param kind of two of one kind that wait, the newer is shown
     * @param title in the member's language
     * @throws IllegalStateException when the member is not known yet: facts overtake each other, so try again
     */
    public void push(String factId, String memberId, String kind, String title) {
        switch (addressBook.find(memberId).orElseGet(() -> Contact.unknown(memberId))) {
            case Forgotten gone -> {}
            case Contact contact -> {
                Instant now = clock.instant();
                List<Message> pushes = pushBook.of(memberId).goodAt(now).stream()
                        .map(to -> Message.queued(
                                factId,
                                Recipient.of(contact),
                                to,
                                new Content.PushedNotification(to.id(), kind, title),
                                now))
                        .toList();
                if (!pushes.isEmpty()) {
                    messages.queue(pushes);
                }
            }
        }
    }
}
