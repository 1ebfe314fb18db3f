package org.tctf.authoauth.application.provider;

import java.time.Instant;
import java.util.Optional;
import org.tctf.authoauth.domain.provider.Client;

/** Port: proves what applications sign. */
@FunctionalInterface
public interface ClientProofs {

    /** A proof that is right; it may be used once. */
    record Read(String id, Instant until) {}

    /** @return empty when its signature, issuer, subject, audience or time is not right, or it has no id */
    Optional<Read> read(Client client, String assertion);
}
