package org.tctf.kernel.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * SHA-256 (FIPS 180-4) and HMAC-SHA-256 (RFC 2104), which every Java runtime has. A plain hash is for what is random or
 * public already, a keyed one for what could be guessed; neither is for passwords.
 */
public final class Hashes {
    private static final String HMAC = "HmacSHA256";

    private Hashes() {}

    /** 32 bytes. */
    public static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }

    /** Of the text in UTF-8; base64url, 43 characters. */
    public static String sha256(String text) {
        return base64url(sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Of the text in UTF-8; 32 bytes. */
    public static byte[] hmacSha256(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java runtime has " + HMAC, impossible);
        }
    }

    /** Without padding (RFC 4648 §5). */
    public static String base64url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
