package org.tctf.communication.application;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.tctf.communication.domain.Contact;
import org.tctf.communication.domain.Content;
import org.tctf.communication.domain.Forgotten;
import org.tctf.communication.domain.Message;
import org.tctf.communication.domain.Recipient;

/** Writes to a member whose address is in the book, if they want to be told. */
@Singleton
public class WriteToMember {
    private final AddressBook addressBook;
    private final Messages messages;
    private final InstantSource clock;

    public WriteToMember(AddressBook addressBook, Messages messages, InstantSource clock) {
        this.addressBook = addressBook;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Does nothing for a member who is gone, or has switched the topic off.
     *
     * @param factId the fact that the message is about; it becomes the message's id
     * @throws IllegalStateException when the member's address is not known yet: facts overtake each other, so try again
     */
    public void write(String factId, String memberId, Content content) {
        switch (addressBook.find(memberId).orElseGet(() -> Contact.unknown(memberId))) {
            case Forgotten gone -> {}
            case Contact contact when !contact.wants(content, content.channel()) -> {}
            case Contact contact ->
                messages.queue(Message.queued(factId, recipient(contact), content, clock.instant()));
        }
    }

    private static Recipient recipient(Contact contact) {
        if (contact.email() == null) {
            throw new IllegalStateException("The address of member %s is not known; USER_CREATED has not come yet."
                    .formatted(contact.memberId()));
        }
        return new Recipient(contact.memberId(), contact.email(), contact.name(), contact.language());
    }
}
