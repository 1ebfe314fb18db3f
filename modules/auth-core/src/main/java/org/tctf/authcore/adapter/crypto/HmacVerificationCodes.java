package org.tctf.authcore.adapter.crypto;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tctf.authcore.AuthCoreService;
import org.tctf.authcore.application.VerificationCodes;
import org.tctf.authcore.domain.MailedProof;
import org.tctf.kernel.crypto.Encryption;
import org.tctf.kernel.crypto.Hashes;
import org.tctf.kernel.crypto.Secrets;

/**
 * Digests and signatures by HMAC-SHA-256 (RFC 2104) under a secret key: a plain hash of six digits could be reversed by
 * whoever reads the table. A link's token is {@code signUpId.challenge.mac}; nothing is kept for it. What was made with
 * the key before the present one is still right.
 */
@Singleton
public class HmacVerificationCodes implements VerificationCodes {
    private static final int CODES = 1_000_000;
    private static final Pattern TOKEN = Pattern.compile("([0-9a-f-]{36})\\.(\\d{1,2})\\.([\\w-]{43})");

    private final Secrets secrets;
    private final Encryption encryption;
    private final SecureRandom random = new SecureRandom();

    public HmacVerificationCodes(Secrets secrets, Encryption encryption) {
        this.secrets = secrets;
        this.encryption = encryption;
    }

    @Override
    public MailedProof issue(String signUpId, int challenge) {
        String code = "%06d".formatted(random.nextInt(CODES));
        String stem = signUpId + "." + challenge;
        byte[] key = secrets.named(AuthCoreService.VERIFICATION_KEY);
        return new MailedProof(
                mac(key, "code", stem + "." + code),
                encryption.encrypt(AuthCoreService.VERIFICATION_CODE, code),
                encryption.encrypt(AuthCoreService.VERIFICATION_CODE, stem + "." + mac(key, "link", stem)));
    }

    @Override
    public List<String> digests(String signUpId, int challenge, String code) {
        return macs("code", signUpId + "." + challenge + "." + code);
    }

    @Override
    public Optional<Link> read(String linkToken) {
        Matcher token = TOKEN.matcher(linkToken);
        if (!token.matches()) {
            return Optional.empty();
        }
        byte[] claimed = token.group(3).getBytes(StandardCharsets.US_ASCII);
        boolean isOurs = macs("link", token.group(1) + "." + token.group(2)).stream()
                .anyMatch(mac -> MessageDigest.isEqual(mac.getBytes(StandardCharsets.US_ASCII), claimed));
        return isOurs ? Optional.of(new Link(token.group(1), Integer.parseInt(token.group(2)))) : Optional.empty();
    }

    private List<String> macs(String use, String text) {
        return secrets.accepted(AuthCoreService.VERIFICATION_KEY).stream()
                .map(key -> mac(key, use, text))
                .toList();
    }

    private static String mac(byte[] key, String use, String text) {
        return Hashes.base64url(Hashes.hmacSha256(key, use + ":" + text));
    }
}
