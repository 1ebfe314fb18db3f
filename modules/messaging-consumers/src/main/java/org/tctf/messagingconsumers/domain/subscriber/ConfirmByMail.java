package org.tctf.messagingconsumers.domain.subscriber;

/** Command: ask this address's owner whether they want the lists that wait for a yes. */
public record ConfirmByMail(String subscriberId) {}
