package org.tctf.authuser.adapter.crypto;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tctf.authuser.AuthUserService;
import org.tctf.authuser.application.Codes;
import org.tctf.authuser.domain.SentCode;
import org.tctf.kernel.crypto.Encrypted;
import org.tctf.kernel.crypto.Encryption;
import org.tctf.kernel.crypto.Hashes;
import org.tctf.kernel.crypto.NumericCodes;
import org.tctf.kernel.crypto.Secrets;

/**
 * Links are signed by HMAC-SHA-256 (RFC 2104) under the secret that codes are digested with. A link's token is {@code
 * act.userId.id.mac}; nothing is kept for it. What was made with the key before the present one is still right.
 */
@Singleton
public class HmacCodes implements Codes {
    private static final Pattern TOKEN =
            Pattern.compile("([A-Z_]{1,40})\\.([\\w-]{1,64})\\.([\\w-]{36})\\.([\\w-]{43})");
    private static final int LETTERS = 26;

    private final Secrets secrets;
    private final Encryption encryption;
    private final NumericCodes codes;

    public HmacCodes(Secrets secrets, Encryption encryption) {
        this.secrets = secrets;
        this.encryption = encryption;
        codes = new NumericCodes(secrets, AuthUserService.PROOF_KEY, new SecureRandom());
    }

    @Override
    public SentCode issue(Use use, String id) {
        NumericCodes.Issued issued = codes.issue(use + " " + id);
        return new SentCode(issued.digest(), encryption.encrypt(AuthUserService.PROOF, issued.code()));
    }

    @Override
    public boolean matches(String digest, Use use, String id, String typed) {
        return codes.matches(digest, use + " " + id, typed);
    }

    @Override
    public Encrypted link(Link link) {
        String stem = link.act() + "." + link.userId() + "." + link.id();
        return encryption.encrypt(
                AuthUserService.PROOF, stem + "." + Hashes.base64url(Hashes.hmacSha256(key(), "LINK:" + stem)));
    }

    @Override
    public Optional<Link> read(String token) {
        Matcher parts = TOKEN.matcher(token);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String stem = token.substring(0, token.lastIndexOf('.'));
        byte[] claimed = parts.group(4).getBytes(StandardCharsets.US_ASCII);
        boolean isOurs = macs("LINK:" + stem).stream()
                .anyMatch(mac -> MessageDigest.isEqual(mac.getBytes(StandardCharsets.US_ASCII), claimed));
        return isOurs
                ? Optional.of(new Link(Act.valueOf(parts.group(1)), parts.group(2), parts.group(3)))
                : Optional.empty();
    }

    @Override
    public char letterFor(String name) {
        return (char) ('a' + Byte.toUnsignedInt(Hashes.hmacSha256(key(), "LETTER:" + name)[0]) % LETTERS);
    }

    private byte[] key() {
        return secrets.named(AuthUserService.PROOF_KEY);
    }

    private List<String> macs(String words) {
        return secrets.accepted(AuthUserService.PROOF_KEY).stream()
                .map(key -> Hashes.base64url(Hashes.hmacSha256(key, words)))
                .toList();
    }
}
