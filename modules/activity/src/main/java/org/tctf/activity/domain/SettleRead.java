package org.tctf.activity.domain;

/** Command: mark as read what a member is told of conversations and has read there. */
public record SettleRead(String memberId) {}
