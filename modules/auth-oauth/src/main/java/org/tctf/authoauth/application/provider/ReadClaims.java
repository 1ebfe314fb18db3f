package org.tctf.authoauth.application.provider;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tctf.authoauth.domain.provider.Grant;
import org.tctf.authoauth.domain.provider.IssuedToken;
import org.tctf.authoauth.domain.provider.Refusal;
import org.tctf.authoauth.domain.provider.Scopes;

/** What an application may know of the member that its access token is about (OpenID Connect Core §5.3). */
@Singleton
public class ReadClaims {
    private final Tokens tokens;
    private final FindLivingGrant living;
    private final DescribeMember describeMember;
    private final InstantSource clock;

    public ReadClaims(Tokens tokens, FindLivingGrant living, DescribeMember describeMember, InstantSource clock) {
        this.tokens = tokens;
        this.living = living;
        this.describeMember = describeMember;
        this.clock = clock;
    }

    /** @throws Refusal {@code invalid_token}, {@code insufficient_scope} */
    public Map<String, Object> by(String accessToken) {
        IssuedToken token = tokens.token(accessToken)
                .filter(found -> found.kind() == IssuedToken.Kind.ACCESS)
                .filter(found -> !found.isOverAt(clock.instant()))
                .orElseThrow(Refusal::invalidToken);
        LivingGrant alive =
                living.of(token.userId(), token.clientId(), token.grantId()).orElseThrow(Refusal::invalidToken);
        List<String> scopes =
                token.within(alive.grant()).map(IssuedToken::scopes).orElseThrow(Refusal::invalidToken);
        if (!scopes.contains(Scopes.OPENID)) {
            throw Refusal.of("insufficient_scope", "The access token does not have the scope openid.");
        }
        Grant grant = alive.grant();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("sub", grant.userId());
        claims.putAll(describeMember.claims(alive.standing(), scopes, grant.userInfoClaims()));
        return claims;
    }
}
