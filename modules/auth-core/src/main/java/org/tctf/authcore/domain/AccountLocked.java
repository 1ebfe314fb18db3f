package org.tctf.authcore.domain;

import java.time.Instant;
import org.tctf.kernel.EmailAddress;

/** Too many wrong passwords in a row; once for each lock. */
public record AccountLocked(String userId, EmailAddress email, Instant until) {}
