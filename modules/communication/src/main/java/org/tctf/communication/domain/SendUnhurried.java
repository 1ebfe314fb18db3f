package org.tctf.communication.domain;

/** Command: send this message when its turn comes, in a queue that never makes an urgent one wait. */
public record SendUnhurried(String messageId) {}
