package org.tctf.usermessage.adapter.socket;

/** Somebody is writing; forget it after five seconds. */
public record TypingPush(String conversationId, String memberId) {}
