package org.tctf.authcore.application;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.tctf.authcore.domain.SignedOut;
import org.tctf.identity.IdentityProvider;

/**
 * Ends what was open when something happened to the account. Only that: the fact may come late, even days late from a
 * dead-letter queue, and whoever signed in since did so with what was valid then.
 */
@Singleton
public class EndSessionsOfAccount {
    private final IdentityProvider identity;
    private final SecurityFacts facts;

    public EndSessionsOfAccount(IdentityProvider identity, SecurityFacts facts) {
        this.identity = identity;
        this.facts = facts;
    }

    /** @param since when it happened */
    public void end(String accountId, Instant since, SignedOut.Reason reason) {
        List<String> ended = identity.sessions().endAll(accountId, since);
        if (!ended.isEmpty()) {
            facts.happened(accountId, new SignedOut(accountId, ended, reason));
        }
    }
}
