package org.tctf.authoauth.adapter.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import org.tctf.authoauth.application.provider.IdTokens;
import org.tctf.authoauth.domain.provider.TokenAlgorithm;
import org.tctf.kernel.web.PublicUrl;

/** Id tokens as signed JWTs. */
@Singleton
public class SignedIdTokens implements IdTokens {
    private static final String TYPE = "JWT";

    private final SigningKeys keys;
    private final PublicUrl issuer;

    public SignedIdTokens(SigningKeys keys, PublicUrl issuer) {
        this.keys = keys;
        this.issuer = issuer;
    }

    @Override
    public String sign(TokenAlgorithm algorithm, Map<String, Object> claims, Instant issuedAt, Instant until) {
        JWTClaimsSet.Builder body =
                new JWTClaimsSet.Builder().issueTime(Date.from(issuedAt)).expirationTime(Date.from(until));
        claims.forEach(body::claim);
        JWK key = keys.current(algorithm);
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.parse(algorithm.name()))
                .type(new com.nimbusds.jose.JOSEObjectType(TYPE))
                .keyID(key.getKeyID())
                .build();
        try {
            SignedJWT token = new SignedJWT(header, body.build());
            token.sign(new DefaultJWSSignerFactory().createJWSSigner(key));
            return token.serialize();
        } catch (JOSEException broken) {
            throw new IllegalStateException("an id token could not be signed", broken);
        }
    }

    @Override
    public Optional<Hint> read(String idToken) {
        try {
            SignedJWT token = SignedJWT.parse(idToken);
            JWK key = keys.published().getKeyByKeyId(token.getHeader().getKeyID());
            JWTClaimsSet claims = token.getJWTClaimsSet();
            boolean isOurs = key instanceof AsymmetricJWK pair
                    && key.getAlgorithm().equals(token.getHeader().getAlgorithm())
                    && token.verify(
                            new DefaultJWSVerifierFactory().createJWSVerifier(token.getHeader(), pair.toPublicKey()))
                    && issuer.base().toString().equals(claims.getIssuer())
                    && claims.getSubject() != null
                    && claims.getAudience().size() == 1;
            return isOurs
                    ? Optional.of(
                            new Hint(claims.getSubject(), claims.getAudience().getFirst()))
                    : Optional.empty();
        } catch (ParseException | JOSEException notOurs) {
            return Optional.empty();
        }
    }

    @Override
    public String publicKeys() {
        return keys.published().toString(true);
    }
}
