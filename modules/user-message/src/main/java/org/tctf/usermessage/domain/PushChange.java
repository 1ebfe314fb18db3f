package org.tctf.usermessage.domain;

/** Command: tell a conversation's devices of a change. */
public record PushChange(String conversationId, long seq) {}
