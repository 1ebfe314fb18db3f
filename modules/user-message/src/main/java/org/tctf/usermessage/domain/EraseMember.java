package org.tctf.usermessage.domain;

/** Command: remove the next of what is kept of a member. */
public record EraseMember(String memberId) {}
