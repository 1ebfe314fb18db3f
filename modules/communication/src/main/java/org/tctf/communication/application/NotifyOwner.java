package org.tctf.communication.application;

import jakarta.inject.Singleton;
import org.tctf.communication.domain.Contact;
import org.tctf.communication.domain.Content;
import org.tctf.communication.domain.Recipient;
import org.tctf.kernel.Language;

/** Warns the owner of an account at the address that the fact names, in their language if the address book knows it. */
@Singleton
public class NotifyOwner {
    private final AddressBook addressBook;
    private final QueueMessage queueMessage;

    public NotifyOwner(AddressBook addressBook, QueueMessage queueMessage) {
        this.addressBook = addressBook;
        this.queueMessage = queueMessage;
    }

    /**
     * @param factId the fact that the message is about; it becomes the message's id
     * @param owner as the fact names them; their own choice of language counts more than the fact's
     */
    public void warn(String factId, Recipient owner, Content content) {
        Language language = addressBook.find(owner.memberId()).orElse(null) instanceof Contact contact
                ? contact.language()
                : owner.language();
        queueMessage.queue(factId, new Recipient(owner.memberId(), owner.address(), owner.name(), language), content);
    }
}
