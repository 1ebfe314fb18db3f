package org.tctf.communication.domain;

/** Command: erase what was written to this member. */
public record EraseMessages(String memberId) {}
