package org.tctf.authuser.domain;

/** Command to ourselves: make a member's copy, if nobody is waited for any more. */
public record AssembleExport(String userId) {}
