package org.tctf.authmfa.domain;

import java.time.Instant;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.crypto.Encrypted;

/** Somebody who has proved a first factor asks for a code by mail. */
public record TempBackupCodeRequested(String userId, EmailAddress email, Encrypted code, Instant expiresAt) {}
