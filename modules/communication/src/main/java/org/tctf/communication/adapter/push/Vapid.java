package org.tctf.communication.adapter.push;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import org.jspecify.annotations.Nullable;
import org.tctf.communication.application.PushKey;
import org.tctf.communication.application.PushKeyStore;
import org.tctf.kernel.crypto.Encryption;
import org.tctf.kernel.crypto.Hashes;
import org.tctf.kernel.web.PublicUrl;

/**
 * Says to a push service that we are the ones whom the browser subscribed to (VAPID, RFC 8292), with the key whose public half
 * it was subscribed with.
 */
@Singleton
public class Vapid implements PushKey {
    /** RFC 8292 §2 allows a day; with less, our clock and theirs may differ. */
    private static final Duration GOOD_FOR = Duration.ofHours(12);

    private static final byte UNCOMPRESSED = 4;

    private final PushKeyStore store;
    private final Encryption encryption;
    private final String contact;
    private final InstantSource clock;
    private volatile @Nullable ECKey opened;

    public Vapid(PushKeyStore store, Encryption encryption, PublicUrl publicUrl, InstantSource clock) {
        this.store = store;
        this.encryption = encryption;
        this.contact = contact(publicUrl.base());
        this.clock = clock;
    }

    @Override
    public String publicKey() {
        return publicKey(key());
    }

    /** The {@code Authorization} of a request to this endpoint. */
    public String authorization(URI endpoint) {
        ECKey key = key();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(JOSEObjectType.JWT)
                        .build(),
                new JWTClaimsSet.Builder()
                        .audience(endpoint.getScheme() + "://" + endpoint.getAuthority())
                        .expirationTime(Date.from(clock.instant().plus(GOOD_FOR)))
                        .subject(contact)
                        .build());
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException impossible) {
            throw new IllegalStateException("this Java runtime cannot sign with ES256", impossible);
        }
        return "vapid t=%s, k=%s".formatted(token.serialize(), publicKey(key));
    }

    private ECKey key() {
        ECKey key = opened;
        if (key == null) {
            key = open(store.firstOr(this::fresh));
            opened = key;
        }
        return key;
    }

    private ECKey open(PushKeyStore.Kept kept) {
        try {
            return ECKey.parse(encryption.decrypt(PURPOSE, kept.privateJwk()));
        } catch (ParseException damaged) {
            throw new IllegalStateException("the push key in the table of communication is damaged", damaged);
        }
    }

    private PushKeyStore.Kept fresh() {
        try {
            return new PushKeyStore.Kept(encryption.encrypt(
                    PURPOSE, new ECKeyGenerator(Curve.P_256).generate().toJSONString()));
        } catch (JOSEException impossible) {
            throw new IllegalStateException("this Java runtime cannot make keys on P-256", impossible);
        }
    }

    private static String publicKey(ECKey key) {
        return Hashes.base64url(point(key));
    }

    /** A public key as browsers have it: uncompressed, 65 bytes (SEC 1 §2.3.3). */
    static byte[] point(ECKey key) {
        ByteArrayOutputStream point = new ByteArrayOutputStream();
        point.write(UNCOMPRESSED);
        point.writeBytes(key.getX().decode());
        point.writeBytes(key.getY().decode());
        return point.toByteArray();
    }

    /** RFC 8292 §2.1 wants an https or mailto address; only a platform on somebody's desk has neither by itself. */
    private static String contact(URI publicUrl) {
        return "https".equals(publicUrl.getScheme()) ? publicUrl.toString() : "mailto:no-reply@" + publicUrl.getHost();
    }
}
