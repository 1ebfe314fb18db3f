package org.tctf.communication.application;

import jakarta.inject.Singleton;
import org.tctf.communication.domain.Addressee;
import org.tctf.communication.domain.Forgotten;

/** Takes a member who is gone out of the address book for good, and has their messages erased. */
@Singleton
public class ForgetMember {
    private final AddressBook addressBook;

    public ForgetMember(AddressBook addressBook) {
        this.addressBook = addressBook;
    }

    public void forget(String memberId) {
        long version = addressBook.find(memberId).map(Addressee::version).orElse(0L);
        addressBook.forget(new Forgotten(memberId, version + 1));
    }
}
