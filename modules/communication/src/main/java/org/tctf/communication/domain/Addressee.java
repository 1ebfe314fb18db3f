package org.tctf.communication.domain;

/** What the address book has under a member's id. */
public sealed interface Addressee permits Contact, Forgotten {

    String memberId();

    long version();
}
