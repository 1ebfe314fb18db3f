package org.tctf.usermessage.domain;

/** Command: tell a conversation's devices how far a member has read. */
public record PushPosition(String conversationId, String memberId) {}
