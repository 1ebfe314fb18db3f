package org.tctf.builtinidentity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.text.ParseException;
import java.time.Instant;

/**
 * A P-256 key pair that signs access tokens; its id is its thumbprint (RFC 7638). Signer and verifier may be used by
 * many threads at once.
 */
record SigningKey(ECKey pair, Instant createdAt, JWSSigner signer, JWSVerifier verifier) {

    static SigningKey fresh(Instant now) {
        try {
            ECKey pair = new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyIDFromThumbprint(true)
                    .generate();
            return of(pair, now);
        } catch (JOSEException impossible) {
            throw new IllegalStateException("this Java runtime cannot make P-256 keys", impossible);
        }
    }

    /** @param privateJwk as {@link #privateJwk()} gave it */
    static SigningKey parse(String privateJwk, Instant createdAt) {
        try {
            return of(ECKey.parse(privateJwk), createdAt);
        } catch (ParseException | JOSEException damaged) {
            throw new IllegalStateException("a signing key in the identity provider's table is damaged", damaged);
        }
    }

    String id() {
        return pair.getKeyID();
    }

    /** Secret: only ever stored encrypted. */
    String privateJwk() {
        return pair.toJSONString();
    }

    @Override
    public String toString() {
        return "SigningKey[" + id() + "]";
    }

    private static SigningKey of(ECKey pair, Instant createdAt) throws JOSEException {
        return new SigningKey(pair, createdAt, new ECDSASigner(pair), new ECDSAVerifier(pair));
    }
}
