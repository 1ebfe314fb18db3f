package org.tctf.communication.application;

import jakarta.inject.Singleton;
import java.util.function.UnaryOperator;
import org.tctf.communication.domain.Contact;
import org.tctf.communication.domain.Forgotten;

/** Keeps the address book true when a member moves or has other wishes. */
@Singleton
public class KeepContact {
    private final AddressBook addressBook;

    public KeepContact(AddressBook addressBook) {
        this.addressBook = addressBook;
    }

    /** Does nothing for a member who is gone, or when the change is none. */
    public void keep(String memberId, UnaryOperator<Contact> change) {
        switch (addressBook.find(memberId).orElseGet(() -> Contact.unknown(memberId))) {
            case Forgotten gone -> {}
            case Contact contact -> {
                Contact changed = change.apply(contact);
                if (!changed.equals(contact)) {
                    addressBook.keep(changed);
                }
            }
        }
    }
}
