package org.tctf.authadmin.application;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;
import org.tctf.authadmin.domain.ApiKeyRevoked;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Principal;
import org.tctf.identity.ServiceKey;
import org.tctf.kernel.Problem;

/** Ends a key at once. Crash: the order is in the audit log before; a key that is gone stays gone. */
@Singleton
public class RevokeKey {
    private static final String TYPE = "API_KEY_REVOKED";

    private final IdentityProvider identity;
    private final KeyLedger ledger;
    private final InstantSource clock;

    public RevokeKey(IdentityProvider identity, KeyLedger ledger, InstantSource clock) {
        this.identity = identity;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @throws Problem {@code RECENT_AUTHENTICATION_REQUIRED}, {@code KEY_NOT_FOUND} */
    public void revoke(Principal caller, String keyId) {
        caller.requireRecentProof(clock);
        ServiceKey key = identity.serviceKeys().find(keyId).orElseThrow(() -> notFound(keyId));
        Map<String, String> details = Map.of("accountId", key.accountId());
        ledger.ordered(TYPE, keyId, caller.memberId(), details);
        identity.serviceKeys().revoke(keyId);
        ledger.done(TYPE, keyId, caller.memberId(), details, new ApiKeyRevoked(keyId, key.accountId()));
    }

    static Problem notFound(String keyId) {
        return Problem.notFound("KEY_NOT_FOUND", "There is no service key %s; it may have expired.".formatted(keyId));
    }
}
