package org.tctf.authuser.domain;

import java.time.Instant;
import java.util.Optional;

/** Nothing comes of it any more: called off, refused, or undone. It keeps no address. */
public record EndedEmailChange(String userId, String id, Instant endedAt, long version) implements EmailChange {

    @Override
    public Optional<Instant> keptUntil() {
        return EmailChange.forgottenAfter(endedAt);
    }
}
