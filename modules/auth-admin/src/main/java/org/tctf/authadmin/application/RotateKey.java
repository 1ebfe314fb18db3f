package org.tctf.authadmin.application;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.tctf.authadmin.domain.ApiKeyCreated;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Principal;
import org.tctf.identity.ServiceKey;
import org.tctf.identity.ServiceKeys;
import org.tctf.kernel.Ids;
import org.tctf.kernel.Problem;

/** Gives a service account another key; the old one is good for an overlap. Crash: as with {@link CreateKey}. */
@Singleton
public class RotateKey {
    private final IdentityProvider identity;
    private final KeyLedger ledger;
    private final Ids ids;
    private final InstantSource clock;

    public RotateKey(IdentityProvider identity, KeyLedger ledger, Ids ids, InstantSource clock) {
        this.identity = identity;
        this.ledger = ledger;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param life of the new key, at most {@link ServiceKeys#LONGEST}
     * @throws Problem {@code RECENT_AUTHENTICATION_REQUIRED}, {@code KEY_NOT_FOUND}
     */
    public NewKey rotate(Principal caller, String oldId, Duration overlap, Duration life) {
        caller.requireRecentProof(clock);
        ServiceKeys keys = identity.serviceKeys();
        ServiceKey old = keys.find(oldId).orElseThrow(() -> RevokeKey.notFound(oldId));
        String id = ids.next().toString();
        Instant expiresAt = clock.instant().plus(life);
        List<String> scopes = List.copyOf(new TreeSet<>(old.scopes()));
        Map<String, String> details =
                Map.of("accountId", old.accountId(), "scopes", String.join(",", scopes), "replaces", oldId);
        ledger.ordered(CreateKey.TYPE, id, caller.memberId(), details);
        String secret = keys.rotate(oldId, id, overlap, expiresAt).orElseThrow(() -> RevokeKey.notFound(oldId));
        ledger.done(
                CreateKey.TYPE,
                id,
                caller.memberId(),
                details,
                new ApiKeyCreated(id, old.accountId(), scopes, expiresAt));
        return new NewKey(secret, keys.find(id).orElseThrow());
    }
}
