package org.tctf.builtinidentity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.tctf.identity.Principal;
import org.tctf.identity.Role;
import org.tctf.kernel.Ids;

/** Signs access tokens: JWTs by RFC 9068, ES256 only (RFC 8725 §3.1), one hour. */
public final class AccessTokens {
    /** How long a token is valid. */
    public static final Duration LIFETIME = Duration.ofHours(1);

    static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");

    /** How often a credential was proved again in the session. */
    static final String GENERATION = "gen";

    /** Roles of the account that the session was not opened well enough for. */
    static final String WITHHELD = "roles_withheld";

    private final SigningKeys keys;
    private final TokenTerms terms;
    private final InstantSource clock;
    private final Ids ids;

    AccessTokens(SigningKeys keys, TokenTerms terms, InstantSource clock, Ids ids) {
        this.keys = keys;
        this.terms = terms;
        this.clock = clock;
        this.ids = ids;
    }

    /** A token for this caller, valid for {@link #LIFETIME} from now. */
    public String issue(Principal caller) {
        return issue(caller, 0);
    }

    /** @param generation of its session's tokens: when a later one begins, this is worth nothing */
    String issue(Principal caller, long generation) {
        Instant now = clock.instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(terms.issuer())
                .audience(terms.audience())
                .subject(caller.memberId())
                .claim("sid", caller.sessionId())
                .claim(GENERATION, generation)
                .claim("roles", names(caller.roles()))
                .claim(WITHHELD, names(caller.withheld()))
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

    private static List<String> names(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().toList();
    }
}
