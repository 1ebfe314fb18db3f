package org.tctf.authoauth.application.provider;

import jakarta.inject.Singleton;
import org.tctf.authoauth.domain.provider.Client;
import org.tctf.authoauth.domain.provider.IssuedToken;

/**
 * Takes a token back that its application no longer needs (RFC 7009): a refresh token with all that came of its grant, an
 * access token alone. Says nothing about tokens that are unknown or somebody else's.
 */
@Singleton
public class RevokeToken {
    private final Tokens tokens;
    private final Grants grants;

    public RevokeToken(Tokens tokens, Grants grants) {
        this.tokens = tokens;
        this.grants = grants;
    }

    public void revoke(Client client, String token) {
        tokens.token(token)
                .filter(found -> found.clientId().equals(client.id()))
                .ifPresent(found -> revoke(token, found));
    }

    private void revoke(String token, IssuedToken found) {
        switch (found.kind()) {
            case REFRESH -> grants.end(found.userId(), found.clientId(), found.grantId());
            case ACCESS -> tokens.forget(token);
        }
    }
}
