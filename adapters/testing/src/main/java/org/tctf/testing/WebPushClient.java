package org.tctf.testing;

import com.google.crypto.tink.apps.webpush.WebPushHybridDecrypt;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/** A browser as far as a push goes: it has a key and a secret, and opens with other people's code (Tink) what is for it. */
public final class WebPushClient {
    private static final int COORDINATE = 32;
    private static final int AUTH = 16;

    private final byte[] publicKey;
    private final byte[] privateKey;
    private final byte[] auth = new byte[AUTH];

    public WebPushClient() {
        new SecureRandom().nextBytes(auth);
        try {
            KeyPairGenerator pairs = KeyPairGenerator.getInstance("EC");
            pairs.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = pairs.generateKeyPair();
            ECPublicKey key = (ECPublicKey) pair.getPublic();
            ByteArrayOutputStream point = new ByteArrayOutputStream();
            point.write(4);
            point.writeBytes(fixed(key.getW().getAffineX()));
            point.writeBytes(fixed(key.getW().getAffineY()));
            publicKey = point.toByteArray();
            privateKey = fixed(((ECPrivateKey) pair.getPrivate()).getS());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public String p256dh() {
        return base64url(publicKey);
    }

    public String auth() {
        return base64url(auth);
    }

    public String open(byte[] body) {
        try {
            byte[] plain = new WebPushHybridDecrypt.Builder()
                    .withAuthSecret(auth)
                    .withRecipientPublicKey(publicKey)
                    .withRecipientPrivateKey(privateKey)
                    .build()
                    .decrypt(body, null);
            return new String(plain, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException notForUs) {
            throw new AssertionError("the browser cannot open it", notForUs);
        }
    }

    private static byte[] fixed(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[COORDINATE];
        int length = Math.min(bytes.length, COORDINATE);
        System.arraycopy(bytes, bytes.length - length, fixed, COORDINATE - length, length);
        return fixed;
    }

    private static String base64url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
