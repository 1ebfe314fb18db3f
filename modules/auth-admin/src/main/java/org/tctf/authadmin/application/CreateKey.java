package org.tctf.authadmin.application;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tctf.authadmin.domain.ApiKeyCreated;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Principal;
import org.tctf.identity.ServiceKeys;
import org.tctf.kernel.Ids;
import org.tctf.kernel.Problem;

/**
 * Makes a service account with its first key.
 *
 * <p>Crash: the order is in the audit log before the key is there. Behind that a crash leaves at most a key that nobody has
 * seen; it is listed, and its owner makes another one.
 */
@Singleton
public class CreateKey {
    static final String TYPE = "API_KEY_CREATED";

    private final IdentityProvider identity;
    private final KeyLedger ledger;
    private final Ids ids;
    private final InstantSource clock;

    public CreateKey(IdentityProvider identity, KeyLedger ledger, Ids ids, InstantSource clock) {
        this.identity = identity;
        this.ledger = ledger;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param name what it is for
     * @param scopes {@code <service>:read} or {@code <service>:write}; one that no service knows opens nothing
     * @param life at most {@link ServiceKeys#LONGEST}
     * @throws Problem {@code RECENT_AUTHENTICATION_REQUIRED}, {@code TOO_MANY_KEYS}
     */
    public NewKey create(Principal caller, String name, Set<String> scopes, Duration life) {
        caller.requireRecentProof(clock);
        String id = ids.next().toString();
        String accountId = ids.next().toString();
        Instant expiresAt = clock.instant().plus(life);
        List<String> sorted = List.copyOf(new TreeSet<>(scopes));
        Map<String, String> details = Map.of("accountId", accountId, "scopes", String.join(",", sorted));
        ledger.ordered(TYPE, id, caller.memberId(), details);
        ServiceKeys keys = identity.serviceKeys();
        String secret = keys.create(id, accountId, name, scopes, expiresAt)
                .orElseThrow(() -> Problem.conflict(
                        "TOO_MANY_KEYS",
                        "There are %d service keys; revoke one that is not used.".formatted(ServiceKeys.MAX)));
        ledger.done(TYPE, id, caller.memberId(), details, new ApiKeyCreated(id, accountId, sorted, expiresAt));
        return new NewKey(secret, keys.find(id).orElseThrow());
    }
}
