package org.tctf.cognito;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;
import org.tctf.identity.Password;

/**
 * Passwords in a form that Cognito takes. It refuses some that the platform takes: with a space at an end, with line
 * breaks, longer than 256 characters of UTF-16. Of those it gets the SHA-512, which is as good to compare with; only its
 * check against passwords known from breaches is blind to them.
 */
final class WirePassword {
    private static final int LONGEST = 256;
    private static final Pattern TAKEN = Pattern.compile(
            "[^\\s\\p{Cntrl}]([^\\p{Cntrl}\\p{Zl}\\p{Zp}]*[^\\s\\p{Cntrl}])", Pattern.UNICODE_CHARACTER_CLASS);

    private WirePassword() {}

    static String of(Password password) {
        String typed = password.value();
        return typed.length() <= LONGEST && TAKEN.matcher(typed).matches() ? typed : "sha512:" + sha512(typed);
    }

    private static String sha512(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-512").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-512", impossible);
        }
    }
}
