package org.tctf.builtinidentity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.bouncycastle.crypto.generators.SCrypt;
import org.tctf.identity.ForeignHash;
import org.tctf.identity.Password;

/** Compares passwords with hashes from elsewhere, in the forms that {@link ForeignHash} takes. */
final class ForeignHashes {
    private ForeignHashes() {}

    static boolean matches(ForeignHash hash, Password password) {
        String[] parts = hash.value().split("\\$", -1);
        byte[] typed = password.value().getBytes(StandardCharsets.UTF_8);
        return switch (parts[0].isEmpty() ? parts[1] : parts[0]) {
            case "pbkdf2-sha256", "pbkdf2-sha512" ->
                pbkdf2(parts[1], parts[2], passlib(parts[3]), passlib(parts[4]), password);
            case "pbkdf2_sha256", "pbkdf2_sha512" ->
                pbkdf2(
                        parts[0],
                        parts[1],
                        parts[2].getBytes(StandardCharsets.UTF_8),
                        Base64.getDecoder().decode(parts[3]),
                        password);
            case "scrypt" -> scrypt(parts, typed);
            default -> OpenBSDBCrypt.checkPassword(hash.value(), typed);
        };
    }

    private static boolean pbkdf2(String name, String rounds, byte[] salt, byte[] expected, Password password) {
        String algorithm = name.endsWith("512") ? "PBKDF2WithHmacSHA512" : "PBKDF2WithHmacSHA256";
        PBEKeySpec spec = new PBEKeySpec(
                password.value().toCharArray(), salt, Integer.parseInt(rounds), expected.length * Byte.SIZE);
        try {
            byte[] actual =
                    SecretKeyFactory.getInstance(algorithm).generateSecret(spec).getEncoded();
            return MessageDigest.isEqual(expected, actual);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java runtime has no " + algorithm, impossible);
        } finally {
            spec.clearPassword();
        }
    }

    private static boolean scrypt(String[] parts, byte[] typed) {
        String[] cost = parts[2].split("\\D+");
        byte[] expected = Base64.getDecoder().decode(parts[4]);
        byte[] actual = SCrypt.generate(
                typed,
                Base64.getDecoder().decode(parts[3]),
                1 << Integer.parseInt(cost[1]),
                Integer.parseInt(cost[2]),
                Integer.parseInt(cost[3]),
                expected.length);
        return MessageDigest.isEqual(expected, actual);
    }

    /** Passlib's own base64: a full stop for the plus sign, no padding. */
    private static byte[] passlib(String text) {
        return Base64.getDecoder().decode(text.replace('.', '+'));
    }
}
