package org.tctf.authoauth.application.external;

import java.net.URI;
import java.time.Instant;
import org.tctf.authoauth.domain.external.AttemptSecret;

/** Somebody may go to a provider now. */
public record Begun(URI authorizationUrl, AttemptSecret attempt, Instant until) {}
