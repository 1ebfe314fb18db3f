package org.tctf.authmfa.adapter.crypto;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import org.tctf.authmfa.AuthMfaService;
import org.tctf.authmfa.application.AuthenticatorApps;
import org.tctf.kernel.crypto.Encrypted;
import org.tctf.kernel.crypto.Encryption;

/** Secrets sealed together with their member's id, so that one copied into another's item does not open there. */
@Singleton
public class SealedAuthenticatorApps implements AuthenticatorApps {
    /** RFC 4226 §4 R6: 160 bits. */
    private static final int SECRET_BYTES = 20;

    private final Encryption encryption;
    private final SecureRandom random = new SecureRandom();

    public SealedAuthenticatorApps(Encryption encryption) {
        this.encryption = encryption;
    }

    @Override
    public Encrypted newSecret(String userId) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return encryption.encrypt(AuthMfaService.TOTP_SECRET, userId + ":" + Base32.encode(secret));
    }

    @Override
    public String reveal(String userId, Encrypted secret) {
        String opened = encryption.decrypt(AuthMfaService.TOTP_SECRET, secret);
        if (!opened.startsWith(userId + ":")) {
            throw new IllegalStateException("the secret of %s was made for another member".formatted(userId));
        }
        return opened.substring(userId.length() + 1);
    }

    @Override
    public OptionalLong stepOf(String userId, Encrypted secret, String code, Instant now) {
        byte[] key = Base32.decode(reveal(userId, secret));
        long present = Totp.step(now);
        return matching(key, code, present - 1, present + 1);
    }

    @Override
    public OptionalLong stepOfSecond(String userId, Encrypted secret, String first, String second, Instant now) {
        byte[] key = Base32.decode(reveal(userId, secret));
        long present = Totp.step(now);
        OptionalLong step = matching(key, second, present - 1, present + 1);
        return step.isPresent() && isCode(key, step.getAsLong() - 1, first) ? step : OptionalLong.empty();
    }

    /** Compares with all of them, whichever it is. */
    private static OptionalLong matching(byte[] key, String code, long from, long to) {
        OptionalLong found = OptionalLong.empty();
        for (long step = from; step <= to; step++) {
            if (isCode(key, step, code)) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    private static boolean isCode(byte[] key, long step, String code) {
        return MessageDigest.isEqual(
                Totp.hotp(key, step, Totp.DIGITS).getBytes(StandardCharsets.US_ASCII),
                code.getBytes(StandardCharsets.UTF_8));
    }
}
