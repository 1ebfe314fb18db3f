package org.tctf.builtinidentity;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.zip.CRC32;
import org.tctf.identity.ServiceKeys;

/**
 * The text of a service key: the prefix, 40 random characters (238 bits), and six of a CRC-32 over these, all base 62. So
 * people and scanners know one when they see it, and a mistyped or made-up one is refused without a read.
 */
final class KeyText {
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int RANDOM = 40;
    private static final int CHECK = 6;
    private static final int LENGTH = ServiceKeys.PREFIX.length() + RANDOM + CHECK;

    private KeyText() {}

    static String fresh(SecureRandom random) {
        StringBuilder key = new StringBuilder(ServiceKeys.PREFIX);
        random.ints(RANDOM, 0, DIGITS.length()).forEach(digit -> key.append(DIGITS.charAt(digit)));
        return key.append(check(key.toString())).toString();
    }

    static boolean isMeant(String token) {
        return token.startsWith(ServiceKeys.PREFIX);
    }

    static boolean isWellFormed(String key) {
        int end = LENGTH - CHECK;
        return key.length() == LENGTH && isMeant(key) && key.substring(end).equals(check(key.substring(0, end)));
    }

    private static String check(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        long rest = sum.getValue();
        char[] check = new char[CHECK];
        for (int i = CHECK - 1; i >= 0; i--) {
            check[i] = DIGITS.charAt((int) (rest % DIGITS.length()));
            rest /= DIGITS.length();
        }
        return new String(check);
    }
}
