package org.tctf.authoauth.adapter.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tctf.authoauth.AuthOauthService;
import org.tctf.authoauth.adapter.jose.KeyRing.Entry;
import org.tctf.authoauth.domain.provider.TokenAlgorithm;
import org.tctf.kernel.crypto.Encryption;

/**
 * The keys of id tokens, made when they are first needed and again when their time is up. They are not the keys of the
 * platform's own access tokens: who holds one kind can make nothing of the other. A key's id is its thumbprint (RFC 7638).
 */
@Singleton
public class SigningKeys {
    private static final int RSA_BITS = 2048;

    private final KeyRings rings;
    private final Encryption encryption;
    private final InstantSource clock;
    private final Map<String, JWK> opened = new ConcurrentHashMap<>();

    public SigningKeys(KeyRings rings, Encryption encryption, InstantSource clock) {
        this.rings = rings;
        this.encryption = encryption;
        this.clock = clock;
    }

    /** The key pair that signs now. */
    JWK current(TokenAlgorithm algorithm) {
        return open(upToDate().newest(algorithm));
    }

    /** The public keys that verify now. */
    JWKSet published() {
        List<JWK> keys = new ArrayList<>();
        for (Entry key : upToDate().validAt(clock.instant())) {
            keys.add(parse(key.publicJwk()));
        }
        return new JWKSet(keys);
    }

    private KeyRing upToDate() {
        KeyRing ring = rings.read();
        return isDue(ring, clock.instant()) ? rings.change(this::renewed) : ring;
    }

    private KeyRing renewed(KeyRing ring) {
        Instant now = clock.instant();
        KeyRing next = ring;
        for (TokenAlgorithm algorithm : TokenAlgorithm.values()) {
            if (next.needsKeyAt(algorithm, now)) {
                next = next.with(fresh(algorithm, now), now);
            }
        }
        return next.version() == ring.version() ? ring : new KeyRing(ring.version() + 1, next.newestFirst());
    }

    private static boolean isDue(KeyRing ring, Instant now) {
        for (TokenAlgorithm algorithm : TokenAlgorithm.values()) {
            if (ring.needsKeyAt(algorithm, now)) {
                return true;
            }
        }
        return false;
    }

    private JWK open(Entry key) {
        return opened.computeIfAbsent(
                key.id(), _ -> parse(encryption.decrypt(AuthOauthService.SIGNING_KEY, key.privateJwk())));
    }

    private Entry fresh(TokenAlgorithm algorithm, Instant now) {
        try {
            JWK pair = switch (algorithm) {
                case RS256 ->
                    new RSAKeyGenerator(RSA_BITS)
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(JWSAlgorithm.RS256)
                            .keyIDFromThumbprint(true)
                            .generate();
                case ES256 ->
                    new ECKeyGenerator(Curve.P_256)
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(JWSAlgorithm.ES256)
                            .keyIDFromThumbprint(true)
                            .generate();
            };
            return new Entry(
                    algorithm,
                    pair.getKeyID(),
                    now,
                    pair.toPublicJWK().toJSONString(),
                    encryption.encrypt(AuthOauthService.SIGNING_KEY, pair.toJSONString()));
        } catch (JOSEException impossible) {
            throw new IllegalStateException("this Java runtime cannot make %s keys".formatted(algorithm), impossible);
        }
    }

    private static JWK parse(String jwk) {
        try {
            return JWK.parse(jwk);
        } catch (ParseException damaged) {
            throw new IllegalStateException("a signing key in the table of auth-oauth is damaged", damaged);
        }
    }
}
