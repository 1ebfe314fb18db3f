package org.tctf.authoauth.domain.provider;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An opaque token that an application holds; we keep its hash. */
public record IssuedToken(
        Kind kind,
        String userId,
        String clientId,
        String grantId,
        List<String> scopes,
        Instant issuedAt,
        Instant until,
        boolean spent) {

    /** What it is good for. */
    public enum Kind {
        ACCESS,
        REFRESH
    }

    public IssuedToken {
        scopes = List.copyOf(scopes);
    }

    /** The first of a grant, or the next. */
    public static IssuedToken of(Kind kind, Grant grant, List<String> scopes, Instant now) {
        Instant end = now.plus(Grant.ACCESS);
        Instant until = kind == Kind.REFRESH || grant.until().isBefore(end) ? grant.until() : end;
        return new IssuedToken(kind, grant.userId(), grant.clientId(), grant.id(), scopes, now, until, false);
    }

    /** As far as its grant still goes: a refresh token only while the application may go on without its member. */
    public Optional<IssuedToken> within(Grant grant) {
        List<String> left = scopes.stream().filter(grant.scopes()::contains).toList();
        return left.isEmpty() || (kind == Kind.REFRESH && !grant.isOffline())
                ? Optional.empty()
                : Optional.of(new IssuedToken(kind, userId, clientId, grantId, left, issuedAt, until, spent));
    }

    public IssuedToken asSpent() {
        return new IssuedToken(kind, userId, clientId, grantId, scopes, issuedAt, until, true);
    }

    public boolean isOverAt(Instant now) {
        return !now.isBefore(until);
    }
}
