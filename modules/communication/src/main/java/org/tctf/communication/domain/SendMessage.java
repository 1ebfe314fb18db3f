package org.tctf.communication.domain;

/** Command: send this message now; somebody waits for it. */
public record SendMessage(String messageId) {}
