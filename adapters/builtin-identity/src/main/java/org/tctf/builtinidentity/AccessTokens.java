package org.tctf.builtinidentity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tctf.identity.Principal;
import org.tctf.identity.Role;
import org.tctf.identity.TokenVerifier;
import org.tctf.kernel.Ids;
import org.tctf.kernel.Problem;

/**
 * Signs and proves access tokens: JWTs by RFC 9068, ES256 only (RFC 8725 §3.1), one hour.
 *
 * <p>An ES256 verification costs a tenth of a millisecond or more, and the same token comes with every request of its
 * hour. So proven tokens are kept, by their SHA-256, up to {@value #REMEMBERED}; what changes with time (expiry, a session's end)
 * is checked at every use. A token that fails is never kept: a flood of bad ones cannot push the good ones out.
 */
public final class AccessTokens implements TokenVerifier {
    /** How long a token is valid. */
    public static final Duration LIFETIME = Duration.ofHours(1);

    private static final int REMEMBERED = 10_000;
    private static final int MAX_LENGTH = 4096;
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);
    private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
    private static final Set<String> CLAIMS = Set.of("sub", "sid", "roles", "auth_time", "iat", "exp", "jti");

    private record Proven(Principal principal, Instant expiresAt) {}

    private final SigningKeys keys;
    private final EndedSessions ended;
    private final TokenTerms terms;
    private final InstantSource clock;
    private final Ids ids;
    private final Cache<String, Proven> proven =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    AccessTokens(SigningKeys keys, EndedSessions ended, TokenTerms terms, InstantSource clock, Ids ids) {
        this.keys = keys;
        this.ended = ended;
        this.terms = terms;
        this.clock = clock;
        this.ids = ids;
    }

    /** A token for this caller, valid for {@link #LIFETIME} from now. */
    public String issue(Principal caller) {
        Instant now = clock.instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(terms.issuer())
                .audience(terms.audience())
                .subject(caller.memberId())
                .claim("sid", caller.sessionId())
                .claim("roles", caller.roles().stream().map(Role::name).sorted().toList())
                .claim("auth_time", caller.authenticatedAt().getEpochSecond())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .jwtID(ids.next().toString())
                .build();
        SigningKey key = keys.current();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(TYPE)
                        .keyID(key.id())
                        .build(),
                claims);
        try {
            token.sign(key.signer());
        } catch (JOSEException failed) {
            throw new IllegalStateException("key " + key.id() + " could not sign an access token", failed);
        }
        return token.serialize();
    }

    @Override
    public Principal verify(String accessToken) {
        String hash = Sha256.of(accessToken);
        Proven token = proven.getIfPresent(hash);
        if (token == null) {
            token = prove(accessToken);
            proven.put(hash, token);
        }
        if (!clock.instant().isBefore(token.expiresAt())) {
            proven.invalidate(hash);
            throw Problem.unauthenticated(
                    "TOKEN_EXPIRED", "This access token has expired; get a new one with your refresh token.");
        }
        if (ended.contains(token.principal().sessionId())) {
            throw invalid("its session has ended; sign in again");
        }
        return token.principal();
    }

    private Proven prove(String accessToken) {
        if (accessToken.length() > MAX_LENGTH) {
            throw invalid("it is longer than %d characters".formatted(MAX_LENGTH));
        }
        try {
            SignedJWT token = SignedJWT.parse(accessToken);
            checkSignature(token);
            return accept(token.getJWTClaimsSet());
        } catch (ParseException | JOSEException notOurs) {
            throw invalid("it is not one that we issued");
        }
    }

    private void checkSignature(SignedJWT token) throws JOSEException {
        JWSHeader header = token.getHeader();
        if (!JWSAlgorithm.ES256.equals(header.getAlgorithm())
                || !TYPE.equals(header.getType())
                || header.getKeyID() == null
                || header.getCriticalParams() != null) {
            throw invalid("its header is not that of an access token");
        }
        SigningKey key = keys.find(header.getKeyID()).orElseThrow(() -> invalid("its key is unknown or retired"));
        if (!token.verify(key.verifier())) {
            throw invalid("its signature is wrong");
        }
    }

    private Proven accept(JWTClaimsSet claims) throws ParseException {
        if (!claims.getClaims().keySet().containsAll(CLAIMS)
                || !terms.issuer().equals(claims.getIssuer())
                || !claims.getAudience().contains(terms.audience())) {
            throw invalid("it was issued by somebody else or for something else");
        }
        Instant soon = clock.instant().plus(CLOCK_SKEW);
        if (isAfter(claims.getIssueTime(), soon) || isAfter(claims.getNotBeforeTime(), soon)) {
            throw invalid("it is not valid yet");
        }
        Principal principal = new Principal(
                claims.getSubject(),
                roles(claims.getStringListClaim("roles")),
                claims.getStringClaim("sid"),
                Instant.ofEpochSecond(claims.getLongClaim("auth_time")));
        return new Proven(principal, claims.getExpirationTime().toInstant());
    }

    private static boolean isAfter(@Nullable Date time, Instant limit) {
        return time != null && time.toInstant().isAfter(limit);
    }

    private static Set<Role> roles(List<String> names) throws ParseException {
        try {
            return names.stream().map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
        } catch (IllegalArgumentException unknown) {
            throw new ParseException("a role that this version does not know", 0);
        }
    }

    private static Problem invalid(String why) {
        return Problem.unauthenticated("INVALID_TOKEN", "This access token cannot be accepted: %s.".formatted(why));
    }
}
