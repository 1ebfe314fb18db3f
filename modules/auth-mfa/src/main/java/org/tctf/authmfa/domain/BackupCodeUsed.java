package org.tctf.authmfa.domain;

/** A backup code was accepted and is spent. */
public record BackupCodeUsed(String userId, int codesLeft) {}
