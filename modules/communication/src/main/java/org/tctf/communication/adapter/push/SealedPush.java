package org.tctf.communication.adapter.push;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.tctf.communication.domain.BrowserSubscription;

/**
 * A message encrypted for one browser (RFC 8291), as one record of {@code aes128gcm} (RFC 8188): salt, record size, our key
 * of this message, and what only the browser's key and secret open. By what the JDK has; a test opens it with Tink (ADR 39).
 */
final class SealedPush {
    /** What every push service takes (RFC 8030 §7.2), header and tag included. */
    static final int MOST = 4_096;

    private static final int SALT = 16;
    private static final int COORDINATE = 32;
    private static final int TAG_BITS = 128;
    private static final byte LAST_RECORD = 2;

    private SealedPush() {}

    /** @param random for the salt; the key of the message is the JDK's own business */
    static byte[] of(String payload, BrowserSubscription to, SecureRandom random) {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        try {
            KeyPairGenerator pairs = KeyPairGenerator.getInstance("EC");
            pairs.initialize(new ECGenParameterSpec("secp256r1"), random);
            return of(payload.getBytes(StandardCharsets.UTF_8), to, pairs.generateKeyPair(), salt);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java runtime lacks what RFC 8291 needs", impossible);
        }
    }

    static byte[] of(byte[] payload, BrowserSubscription to, KeyPair ours, byte[] salt)
            throws GeneralSecurityException {
        byte[] theirPoint = Base64.getUrlDecoder().decode(to.p256dh());
        ECPublicKey ourKey = (ECPublicKey) ours.getPublic();
        byte[] ourPoint = Vapid.point(new ECKey.Builder(Curve.P_256, ourKey).build());

        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(ours.getPrivate());
        agreement.doPhase(key(theirPoint, ourKey.getParams()), true);
        byte[] shared = agreement.generateSecret();

        byte[] secret = derived(
                shared,
                Base64.getUrlDecoder().decode(to.auth()),
                joined("WebPush: info\0".getBytes(StandardCharsets.US_ASCII), theirPoint, ourPoint),
                32);
        byte[] contentKey = derived(secret, salt, "Content-Encoding: aes128gcm\0", 16);
        byte[] nonce = derived(secret, salt, "Content-Encoding: nonce\0", 12);

        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(contentKey, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        byte[] sealed = cipher.doFinal(joined(payload, new byte[] {LAST_RECORD}));
        byte[] header = ByteBuffer.allocate(SALT + Integer.BYTES + 1)
                .put(salt)
                .putInt(MOST)
                .put((byte) ourPoint.length)
                .array();
        return joined(header, ourPoint, sealed);
    }

    private static byte[] derived(byte[] secret, byte[] salt, String info, int length) throws GeneralSecurityException {
        return derived(secret, salt, info.getBytes(StandardCharsets.US_ASCII), length);
    }

    /** HKDF with SHA-256 (RFC 5869). */
    private static byte[] derived(byte[] secret, byte[] salt, byte[] info, int length) throws GeneralSecurityException {
        return KDF.getInstance("HKDF-SHA256")
                .deriveData(HKDFParameterSpec.ofExtract()
                        .addIKM(secret)
                        .addSalt(salt)
                        .thenExpand(info, length));
    }

    private static PublicKey key(byte[] point, ECParameterSpec curve) throws GeneralSecurityException {
        int middle = 1 + COORDINATE;
        ECPoint at = new ECPoint(
                new BigInteger(1, Arrays.copyOfRange(point, 1, middle)),
                new BigInteger(1, Arrays.copyOfRange(point, middle, point.length)));
        return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(at, curve));
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
