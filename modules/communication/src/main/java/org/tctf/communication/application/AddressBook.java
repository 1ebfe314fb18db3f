package org.tctf.communication.application;

import java.util.Optional;
import org.tctf.communication.domain.Addressee;
import org.tctf.communication.domain.Contact;
import org.tctf.communication.domain.Forgotten;
import org.tctf.communication.domain.Message;

/** Port: how to reach members. Every write replaces the version before; a lost race fails, and the fact is delivered again. */
public interface AddressBook {

    Optional<Addressee> find(String memberId);

    void keep(Contact contact);

    /** Keeps the contact, keeps the message and has it sent, as one. */
    void keepAndWelcome(Contact contact, Message welcome);

    /** Forgets the member and has their messages erased. */
    void forget(Forgotten member);
}
