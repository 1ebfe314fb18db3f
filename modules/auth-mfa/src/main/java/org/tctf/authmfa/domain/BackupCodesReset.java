package org.tctf.authmfa.domain;

/** New backup codes; those from before are dead. */
public record BackupCodesReset(String userId, int codes) {}
