package org.tctf.authoauth.application.provider;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import org.tctf.authoauth.domain.provider.Client;
import org.tctf.authoauth.domain.provider.IssuedToken;

/** Whether a token is good (RFC 7662). An application learns of its own only: of another's it learns "no". */
@Singleton
public class IntrospectToken {
    private final Tokens tokens;
    private final FindLivingGrant living;
    private final InstantSource clock;

    public IntrospectToken(Tokens tokens, FindLivingGrant living, InstantSource clock) {
        this.tokens = tokens;
        this.living = living;
        this.clock = clock;
    }

    /** @return with the scopes that are left of it; empty when it is not good, or not this application's */
    public Optional<IssuedToken> of(Client client, String token) {
        return tokens.token(token)
                .filter(found -> found.clientId().equals(client.id()))
                .filter(found -> !found.spent() && !found.isOverAt(clock.instant()))
                .flatMap(found -> living.of(found.userId(), found.clientId(), found.grantId())
                        .flatMap(alive -> found.within(alive.grant())));
    }
}
