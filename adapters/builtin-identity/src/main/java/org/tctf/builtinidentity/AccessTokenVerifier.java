package org.tctf.builtinidentity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
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
import org.tctf.builtinidentity.SessionList.Entry;
import org.tctf.identity.Principal;
import org.tctf.identity.Role;
import org.tctf.identity.TokenVerifier;
import org.tctf.kernel.Problem;
import org.tctf.kernel.crypto.Hashes;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;

/**
 * Proves access tokens (RFC 8725) and service keys, in any process: it decrypts nothing, and of the provider's table reads
 * only the partitions {@link #READS} and writes only {@link #WRITES}.
 *
 * <p>An ES256 verification costs a tenth of a millisecond or more, and the same token comes with every request of its
 * hour. So proven tokens are kept, by their SHA-256, up to {@value #REMEMBERED}; what changes with time (expiry, a
 * session's end) is checked at every use. A token that fails is never kept: a flood of bad ones cannot push the good
 * ones out.
 */
public final class AccessTokenVerifier implements TokenVerifier {
    /** The partition keys that it reads: what a policy has to allow ({@code dynamodb:LeadingKeys}). */
    public static final List<String> READS = List.of(
            ProviderTable.KEY_RING.pkTemplate(),
            ProviderTable.ENDED.pkTemplate(),
            ProviderTable.SERVICE_KEY.pkTemplate());

    /** The one partition that it writes, if it may: on which day a service key was used. */
    public static final List<String> WRITES = List.of(ProviderTable.SERVICE_KEY_USE.pkTemplate());

    private static final int REMEMBERED = 10_000;
    private static final int MAX_LENGTH = 4096;
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);
    private static final Set<String> CLAIMS = Set.of(
            "sub", "sid", "roles", "auth_time", "iat", "exp", "jti", AccessTokens.GENERATION, AccessTokens.WITHHELD);

    /** @param tokens what {@link EndedSessions} calls those of its session and generation */
    private record Proven(Principal principal, String tokens, Instant expiresAt) {}

    private final KnownKeys keys;
    private final EndedSessions ended;
    private final KnownServiceKeys serviceKeys;
    private final TokenTerms terms;
    private final InstantSource clock;
    private final Cache<String, Proven> proven =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    /** @param tables gives the table of {@link ProviderTable#DEFINITION} */
    public AccessTokenVerifier(ServiceTables tables, TokenTerms terms, InstantSource clock) {
        this(tables.of(ProviderTable.DEFINITION), terms, clock);
    }

    private AccessTokenVerifier(ServiceTable table, TokenTerms terms, InstantSource clock) {
        this(
                new KnownKeys(table, clock),
                new EndedSessions(table, clock),
                new KnownServiceKeys(table, clock),
                terms,
                clock);
    }

    AccessTokenVerifier(
            KnownKeys keys, EndedSessions ended, KnownServiceKeys serviceKeys, TokenTerms terms, InstantSource clock) {
        this.keys = keys;
        this.ended = ended;
        this.serviceKeys = serviceKeys;
        this.terms = terms;
        this.clock = clock;
    }

    @Override
    public Principal verify(String accessToken) {
        if (KeyText.isMeant(accessToken)) {
            return serviceKeys.verify(accessToken);
        }
        String hash = Hashes.sha256(accessToken);
        Proven token = proven.getIfPresent(hash);
        if (token == null) {
            token = prove(accessToken);
            proven.put(hash, token);
        }
        Instant now = clock.instant();
        if (!now.isBefore(token.expiresAt())) {
            proven.invalidate(hash);
            throw Problem.unauthenticated(
                    "TOKEN_EXPIRED", "This access token has expired; get a new one with your refresh token.");
        }
        Principal principal = token.principal();
        if (ended.contains(token.tokens(), now) || isOver(principal.sessionId(), principal.authenticatedAt(), now)) {
            throw invalid("its session has ended; sign in again");
        }
        return principal;
    }

    @Override
    public boolean knows(String accessToken) {
        return KeyText.isMeant(accessToken)
                ? serviceKeys.knows(accessToken)
                : proven.getIfPresent(Hashes.sha256(accessToken)) != null;
    }

    @Override
    public boolean hasEnded(String sessionId, Instant since) {
        return isOver(sessionId, since, clock.instant());
    }

    private boolean isOver(String sessionId, Instant since, Instant now) {
        return ended.contains(sessionId, now) || since.isBefore(ended.everybodysEnd(now));
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
                || !AccessTokens.TYPE.equals(header.getType())
                || header.getKeyID() == null
                || header.getCriticalParams() != null) {
            throw invalid("its header is not that of an access token");
        }
        JWSVerifier key = keys.verifier(header.getKeyID()).orElseThrow(() -> invalid("its key is unknown or retired"));
        if (!token.verify(key)) {
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
                Instant.ofEpochSecond(claims.getLongClaim("auth_time")),
                Set.of(),
                roles(claims.getStringListClaim(AccessTokens.WITHHELD)));
        return new Proven(
                principal,
                Entry.tokens(principal.sessionId(), claims.getLongClaim(AccessTokens.GENERATION)),
                claims.getExpirationTime().toInstant());
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
