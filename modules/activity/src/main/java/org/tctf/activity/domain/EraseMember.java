package org.tctf.activity.domain;

/** Command: remove the next of what is kept for a member. */
public record EraseMember(String memberId) {}
