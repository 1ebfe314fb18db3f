package org.tctf.authoauth.application.provider;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tctf.authoauth.domain.provider.Grant;
import org.tctf.authoauth.domain.provider.IssuedToken;
import org.tctf.authoauth.domain.provider.IssuedToken.Kind;
import org.tctf.kernel.crypto.Hashes;
import org.tctf.kernel.web.PublicUrl;

/** Makes what the token endpoint answers: an access token, the next refresh token, and an id token. */
@Singleton
public class IssueTokens {

    /** Keeps tokens in the transaction that spends what they are given for, and gives their values. */
    @FunctionalInterface
    public interface Keeping extends Function<List<IssuedToken>, Optional<List<String>>> {}

    /** @param nonce of the request, only for the first id token */
    public record Saying(@Nullable String nonce, List<String> idTokenClaims) {}

    private final IdTokens idTokens;
    private final DescribeMember describeMember;
    private final PublicUrl issuer;
    private final InstantSource clock;

    public IssueTokens(IdTokens idTokens, DescribeMember describeMember, PublicUrl issuer, InstantSource clock) {
        this.idTokens = idTokens;
        this.describeMember = describeMember;
        this.issuer = issuer;
        this.clock = clock;
    }

    /** @return empty when they could not be kept, since what they are given for is spent or over */
    public Optional<Issued> issue(LivingGrant living, List<String> scopes, Saying saying, Keeping keeping) {
        Instant now = clock.instant();
        Grant grant = living.grant();
        IssuedToken access = IssuedToken.of(Kind.ACCESS, grant, scopes, now);
        List<IssuedToken> tokens = grant.isOffline()
                ? List.of(access, IssuedToken.of(Kind.REFRESH, grant, grant.scopes(), now))
                : List.of(access);
        return keeping.apply(tokens)
                .map(values -> new Issued(
                        values.getFirst(),
                        access.until().getEpochSecond() - now.getEpochSecond(),
                        grant.isOffline() ? values.getLast() : null,
                        grant.isOpenId() ? idToken(living, saying, values.getFirst(), now) : null,
                        scopes));
    }

    /** OpenID Connect Core §2 and §3.1.3.6. */
    private String idToken(LivingGrant living, Saying saying, String accessToken, Instant now) {
        Grant grant = living.grant();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.putAll(describeMember.claims(living.standing(), List.of(), saying.idTokenClaims()));
        claims.put("iss", issuer.base().toString());
        claims.put("sub", grant.userId());
        claims.put("aud", grant.clientId());
        claims.put("auth_time", grant.authentication().at().getEpochSecond());
        claims.put("acr", grant.authentication().acr());
        claims.put("amr", grant.authentication().methods());
        claims.put("at_hash", leftHalf(accessToken));
        if (saying.nonce() != null) {
            claims.put("nonce", saying.nonce());
        }
        return idTokens.sign(living.client().metadata().idTokenAlgorithm(), claims, now, now.plus(Grant.ACCESS));
    }

    private static String leftHalf(String accessToken) {
        byte[] hash = Hashes.sha256(accessToken.getBytes(StandardCharsets.US_ASCII));
        return Hashes.base64url(Arrays.copyOf(hash, hash.length / 2));
    }
}
