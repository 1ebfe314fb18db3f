package org.tctf.authoauth.application.provider;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import org.tctf.authoauth.domain.provider.Client;
import org.tctf.authoauth.domain.provider.IssuedToken;
import org.tctf.authoauth.domain.provider.Refusal;

/**
 * Takes a refresh token and gives the next (OAuth 2.1 §4.3). A spent one that comes back ends the grant: somebody has a
 * copy. Of two that come at the same moment, one wins, and the other is told to use what the winner got; as with the
 * platform's own tokens, such a race ends nothing.
 */
@Singleton
public class RefreshGrant {
    private final Tokens tokens;
    private final Grants grants;
    private final FindLivingGrant living;
    private final IssueTokens issueTokens;
    private final InstantSource clock;

    public RefreshGrant(
            Tokens tokens, Grants grants, FindLivingGrant living, IssueTokens issueTokens, InstantSource clock) {
        this.tokens = tokens;
        this.grants = grants;
        this.living = living;
        this.issueTokens = issueTokens;
        this.clock = clock;
    }

    /**
     * @param client proven to be the one that calls
     * @param asked fewer scopes for the access token; empty = all that were granted
     * @throws Refusal {@code invalid_grant}, {@code invalid_scope}
     */
    public Issued refresh(Client client, String refreshToken, List<String> asked) {
        IssuedToken found = tokens.token(refreshToken)
                .filter(token -> token.kind() == IssuedToken.Kind.REFRESH)
                .filter(token -> token.clientId().equals(client.id()))
                .orElseThrow(() -> Refusal.invalidGrant("The refresh token is unknown or was revoked."));
        if (found.spent()) {
            grants.end(found.userId(), found.clientId(), found.grantId());
            throw Refusal.invalidGrant("The refresh token was used before; what came of it has ended.");
        }
        LivingGrant alive = living.of(found.userId(), found.clientId(), found.grantId())
                .filter(grant ->
                        !found.isOverAt(clock.instant()) && grant.grant().isOffline())
                .orElseThrow(() -> Refusal.invalidGrant("What the member agreed to has ended."));
        if (!client.metadata().scopes().containsAll(alive.grant().scopes())) {
            throw Refusal.invalidGrant("The application is registered for fewer scopes by now; ask its member again.");
        }
        if (!alive.grant().scopes().containsAll(asked)) {
            throw Refusal.of("invalid_scope", "Ask for no more scopes than were granted.");
        }
        return issueTokens
                .issue(
                        alive,
                        asked.isEmpty() ? alive.grant().scopes() : asked,
                        new IssueTokens.Saying(null, List.of()),
                        next -> tokens.rotate(refreshToken, found, alive.grant(), next))
                .orElseThrow(() -> Refusal.invalidGrant(
                        "Another request has used this refresh token at the same moment; use what it got."));
    }
}
