package org.tctf.builtinidentity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.text.ParseException;

/**
 * A P-256 key pair that signs access tokens; its id is its thumbprint (RFC 7638). Signers and verifiers may be used by
 * many threads at once.
 */
record SigningKey(ECKey pair, JWSSigner signer) {

    static SigningKey fresh() {
        try {
            return of(new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyIDFromThumbprint(true)
                    .generate());
        } catch (JOSEException impossible) {
            throw new IllegalStateException("this Java runtime cannot make P-256 keys", impossible);
        }
    }

    /** @param privateJwk as {@link #privateJwk()} gave it */
    static SigningKey parse(String privateJwk) {
        try {
            return of(ECKey.parse(privateJwk));
        } catch (ParseException | JOSEException damaged) {
            throw damaged(damaged);
        }
    }

    /** @param publicJwk as {@link #publicJwk()} gave it */
    static JWSVerifier verifier(String publicJwk) {
        try {
            return new P256Verifier(ECKey.parse(publicJwk));
        } catch (ParseException | JOSEException damaged) {
            throw damaged(damaged);
        }
    }

    String id() {
        return pair.getKeyID();
    }

    String publicJwk() {
        return pair.toPublicJWK().toJSONString();
    }

    /** Secret: only ever stored encrypted. */
    String privateJwk() {
        return pair.toJSONString();
    }

    @Override
    public String toString() {
        return "SigningKey[" + id() + "]";
    }

    private static SigningKey of(ECKey pair) throws JOSEException {
        return new SigningKey(pair, new ECDSASigner(pair));
    }

    private static IllegalStateException damaged(Exception cause) {
        return new IllegalStateException("a signing key in the identity provider's table is damaged", cause);
    }
}
