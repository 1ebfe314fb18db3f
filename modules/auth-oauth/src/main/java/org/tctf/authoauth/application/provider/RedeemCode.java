package org.tctf.authoauth.application.provider;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.tctf.authoauth.domain.provider.AuthorizationCode;
import org.tctf.authoauth.domain.provider.Client;
import org.tctf.authoauth.domain.provider.Grant;
import org.tctf.authoauth.domain.provider.Refusal;

/**
 * Gives tokens for a code, once (OAuth 2.1 §4.1.3). A code that comes twice is in two hands: whatever came of it ends.
 */
@Singleton
public class RedeemCode {
    private final Codes codes;
    private final Grants grants;
    private final FindLivingGrant living;
    private final IssueTokens issueTokens;
    private final InstantSource clock;

    public RedeemCode(
            Codes codes, Grants grants, FindLivingGrant living, IssueTokens issueTokens, InstantSource clock) {
        this.codes = codes;
        this.grants = grants;
        this.living = living;
        this.issueTokens = issueTokens;
        this.clock = clock;
    }

    /**
     * @param client proven to be the one that calls
     * @throws Refusal {@code invalid_grant}
     */
    public Issued redeem(Client client, String code, @Nullable String redirectUri, @Nullable String verifier) {
        AuthorizationCode found = codes.find(code)
                .filter(one -> one.clientId().equals(client.id()))
                .orElseThrow(() -> Refusal.invalidGrant("The code is unknown."));
        if (found.spent()) {
            throw reused(found);
        }
        Instant now = clock.instant();
        if (!now.isBefore(found.until())) {
            throw Refusal.invalidGrant("The code has expired.");
        }
        if (redirectUri != null && !redirectUri.equals(found.redirectUri())) {
            throw Refusal.invalidGrant("The redirect URI is not the one that the code was asked for with.");
        }
        if (!found.isProvenBy(verifier)) {
            throw Refusal.invalidGrant("The code verifier does not fit the code challenge.");
        }
        LivingGrant before = living.of(found.userId(), found.clientId(), found.grantId())
                .orElseThrow(() -> Refusal.invalidGrant("What the member agreed to has ended."));
        Grant grant = from(before.grant(), now);
        return issueTokens
                .issue(
                        before.with(grant),
                        grant.scopes(),
                        new IssueTokens.Saying(found.nonce(), before.sayable(found.idTokenClaims())),
                        tokens -> codes.redeem(code, found, grant, tokens))
                .orElseThrow(() -> reused(found));
    }

    private Refusal reused(AuthorizationCode code) {
        grants.end(code.userId(), code.clientId(), code.grantId());
        return Refusal.invalidGrant("The code was used before; what came of it has ended.");
    }

    private static Grant from(Grant begun, Instant now) {
        return new Grant(
                begun.id(),
                begun.userId(),
                begun.clientId(),
                begun.sessionId(),
                begun.scopes(),
                begun.userInfoClaims(),
                begun.authentication(),
                begun.grantedAt(),
                now.plus(begun.isOffline() ? Grant.OFFLINE : Grant.ACCESS));
    }
}
