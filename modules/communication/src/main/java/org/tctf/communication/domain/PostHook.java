package org.tctf.communication.domain;

/** Command: post this message to its webhook, in a queue of its own: others' servers may be slow. */
public record PostHook(String messageId) {}
