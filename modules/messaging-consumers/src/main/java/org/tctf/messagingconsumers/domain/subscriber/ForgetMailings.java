package org.tctf.messagingconsumers.domain.subscriber;

/** Command: erase the traces that campaigns have left of this subscriber, who is gone. */
public record ForgetMailings(String subscriberId) {}
