package org.tctf.messagingconsumers.domain.subscriber;

/** Command: go on with this import. */
public record ImportChunk(String importId, int number) {}
