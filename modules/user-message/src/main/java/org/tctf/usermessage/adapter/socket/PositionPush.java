package org.tctf.usermessage.adapter.socket;

/** A member is further on; of two, the higher numbers are the newer. */
public record PositionPush(String conversationId, String memberId, long read, long delivered) {}
