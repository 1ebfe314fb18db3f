package org.tctf.authuser.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The copy can be fetched.
 *
 * @param missing services that did not answer in time
 */
public record ReadyExport(
        String userId, String id, Instant requestedAt, Instant readyAt, List<String> missing, long version)
        implements DataExport {

    public ReadyExport {
        missing = List.copyOf(missing);
    }

    public Instant expiresAt() {
        return readyAt.plus(KEPT);
    }

    @Override
    public Optional<Instant> keptUntil() {
        return Optional.of(expiresAt());
    }
}
