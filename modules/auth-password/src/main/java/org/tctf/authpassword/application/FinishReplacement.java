package org.tctf.authpassword.application;

import java.time.Instant;

/** Command to ourselves: announce a replaced password if the request could not. */
public record FinishReplacement(String accountId, Instant startedAt) {}
