package org.tctf.communication.application;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.tctf.communication.domain.Contact;
import org.tctf.communication.domain.Content;
import org.tctf.communication.domain.Forgotten;
import org.tctf.communication.domain.Message;
import org.tctf.communication.domain.Recipient;

/** Puts a new member into the address book and welcomes them, once. */
@Singleton
public class WelcomeMember {
    private final AddressBook addressBook;
    private final InstantSource clock;

    public WelcomeMember(AddressBook addressBook, InstantSource clock) {
        this.addressBook = addressBook;
        this.clock = clock;
    }

    /**
     * Does nothing for a member who was welcomed before, or is gone already.
     *
     * @param factId the fact of their creation; it becomes the message's id
     * @param signUp who they said they are, and the address that they have confirmed
     */
    public void welcome(String factId, Recipient signUp) {
        switch (addressBook.find(signUp.memberId()).orElseGet(() -> Contact.unknown(signUp.memberId()))) {
            case Forgotten gone -> {}
            case Contact contact when contact.welcomed() -> {}
            case Contact contact ->
                addressBook.keepAndWelcome(
                        contact.created(signUp),
                        Message.queued(factId, signUp, new Content.Welcome(), clock.instant()));
        }
    }
}
