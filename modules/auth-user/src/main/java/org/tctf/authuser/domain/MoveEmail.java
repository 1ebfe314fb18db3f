package org.tctf.authuser.domain;

/** Command to ourselves: move an account to the address that was decided, whatever became of the request. */
public record MoveEmail(String userId) {}
