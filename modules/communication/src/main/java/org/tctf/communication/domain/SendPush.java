package org.tctf.communication.domain;

/** Command: push this message, in a queue of its own: neither a member's slow server nor ten thousand digests come before it. */
public record SendPush(String messageId) {}
