package org.tctf.authoauth.adapter.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.tctf.authoauth.application.provider.ClientProofs;
import org.tctf.authoauth.domain.provider.Client;
import org.tctf.kernel.web.PublicUrl;

/**
 * {@code private_key_jwt} (RFC 7523 §3; OpenID Connect Core §9): signed with a key of the application's own set, from and
 * about itself, for us, not expired, good for five minutes at most, and with an id.
 */
@Singleton
public class SignedClientProofs implements ClientProofs {
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final DefaultJWTClaimsVerifier<SecurityContext> claimsVerifier;
    private final InstantSource clock;

    public SignedClientProofs(PublicUrl issuer, InstantSource clock) {
        this.clock = clock;
        Set<String> us = new LinkedHashSet<>(Set.of(issuer.base().toString()));
        for (String endpoint : new String[] {"token", "par", "introspect", "revoke"}) {
            us.add(issuer.at("/oauth/" + endpoint).toString());
        }
        claimsVerifier = new DefaultJWTClaimsVerifier<>(us, null, Set.of("iss", "sub", "exp", "jti"), null) {
            @Override
            protected Date currentTime() {
                return Date.from(clock.instant());
            }
        };
    }

    @Override
    public Optional<Read> read(Client client, String assertion) {
        String jwks = client.metadata().jwks();
        if (jwks == null) {
            return Optional.empty();
        }
        try {
            SignedJWT proof = SignedJWT.parse(assertion);
            JWTClaimsSet claims = proof.getJWTClaimsSet();
            Instant until = Optional.ofNullable(claims.getExpirationTime())
                    .map(Date::toInstant)
                    .orElse(Instant.MAX);
            claimsVerifier.verify(claims, null);
            boolean isRight = client.id().equals(claims.getSubject())
                    && client.id().equals(claims.getIssuer())
                    && until.isBefore(clock.instant().plus(LONGEST).plus(SKEW))
                    && isSigned(proof, jwks);
            return isRight ? Optional.of(new Read(claims.getJWTID(), until.plus(SKEW))) : Optional.empty();
        } catch (ParseException | BadJOSEException | JOSEException wrong) {
            return Optional.empty();
        }
    }

    private static boolean isSigned(SignedJWT proof, String jwks) throws ParseException, JOSEException {
        if (!ALGORITHMS.contains(proof.getHeader().getAlgorithm())) {
            return false;
        }
        for (JWK key : new JWKSelector(JWKMatcher.forJWSHeader(proof.getHeader())).select(JWKSet.parse(jwks))) {
            if (key instanceof AsymmetricJWK pair
                    && proof.verify(
                            new DefaultJWSVerifierFactory().createJWSVerifier(proof.getHeader(), pair.toPublicKey()))) {
                return true;
            }
        }
        return false;
    }
}
