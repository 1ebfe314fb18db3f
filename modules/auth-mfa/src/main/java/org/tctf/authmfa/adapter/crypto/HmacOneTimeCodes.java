package org.tctf.authmfa.adapter.crypto;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tctf.authmfa.AuthMfaService;
import org.tctf.authmfa.application.OneTimeCodes;
import org.tctf.kernel.crypto.Encryption;
import org.tctf.kernel.crypto.Hashes;
import org.tctf.kernel.crypto.Secrets;

/**
 * Digests by HMAC-SHA-256 (RFC 2104) under a secret that lasts, since backup codes lie in drawers for years. Backup codes
 * are 24 letters of Crockford's Base32, which cannot be misread: with 120 bits not even who has the table and the secret
 * can guess them (ASVS 6.5.2 asks for a slow hash below 112). Mailed ones, good for an hour, are eight digits.
 */
@Singleton
public class HmacOneTimeCodes implements OneTimeCodes {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int GROUPS = 4;
    private static final int OF_GROUP = 6;
    private static final int TEMPORARY_CODES = 100_000_000;

    private final Secrets secrets;
    private final Encryption encryption;
    private final SecureRandom random = new SecureRandom();

    public HmacOneTimeCodes(Secrets secrets, Encryption encryption) {
        this.secrets = secrets;
        this.encryption = encryption;
    }

    @Override
    public Shown backupCode(String userId) {
        List<String> groups = IntStream.range(0, GROUPS).mapToObj(_ -> group()).toList();
        return new Shown(String.join("-", groups), digest(key(), "backup", userId, String.join("", groups)));
    }

    private String group() {
        return IntStream.range(0, OF_GROUP)
                .mapToObj(_ -> String.valueOf(ALPHABET.charAt(random.nextInt(ALPHABET.length()))))
                .collect(Collectors.joining());
    }

    @Override
    public Mailed temporaryCode(String userId, String challenge) {
        String code = "%08d".formatted(random.nextInt(TEMPORARY_CODES));
        return new Mailed(
                encryption.encrypt(AuthMfaService.TEMPORARY_CODE, code),
                digest(key(), temporary(challenge), userId, code));
    }

    @Override
    public List<String> digestsOfBackupCode(String userId, String typed) {
        String code = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replaceAll("[IL]", "1");
        return digests("backup", userId, code);
    }

    @Override
    public List<String> digestsOfTemporaryCode(String userId, String challenge, String typed) {
        return digests(temporary(challenge), userId, typed);
    }

    private static String temporary(String challenge) {
        return "temporary:" + Hashes.sha256(challenge);
    }

    private List<String> digests(String use, String userId, String code) {
        return secrets.accepted(AuthMfaService.CODES_KEY).stream()
                .map(key -> digest(key, use, userId, code))
                .toList();
    }

    private byte[] key() {
        return secrets.named(AuthMfaService.CODES_KEY);
    }

    private static String digest(byte[] key, String use, String userId, String code) {
        return Hashes.base64url(Hashes.hmacSha256(key, "%s:%s:%s".formatted(use, userId, code)));
    }
}
