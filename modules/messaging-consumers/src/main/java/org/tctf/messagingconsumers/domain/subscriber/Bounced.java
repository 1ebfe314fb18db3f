package org.tctf.messagingconsumers.domain.subscriber;

/** Command: there is no such mailbox; suppress it. */
public record Bounced(String subscriberId) {}
