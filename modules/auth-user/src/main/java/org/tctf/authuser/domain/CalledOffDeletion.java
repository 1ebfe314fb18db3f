package org.tctf.authuser.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The account stays. Kept a day, so that a link that is followed twice says so. */
public record CalledOffDeletion(String userId, String id, Instant at, long version) implements Deletion {

    @Override
    public Optional<Instant> keptUntil() {
        return Optional.of(at.plus(Duration.ofDays(1)));
    }
}
