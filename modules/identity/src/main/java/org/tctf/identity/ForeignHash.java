package org.tctf.identity;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tctf.kernel.Problem;

/**
 * A password's hash from elsewhere, as it was written there:
 *
 * <ul>
 *   <li>bcrypt: {@code $2a$}, {@code $2b$} or {@code $2y$}, cost 4 to 14
 *   <li>PBKDF2 with SHA-256 or SHA-512, as passlib ({@code $pbkdf2-sha256$29000$salt$hash}, its base64) or Django
 *       ({@code pbkdf2_sha256$870000$salt$hash}) write it, up to 2,000,000 rounds
 *   <li>scrypt as a PHC string: {@code $scrypt$ln=16,r=8,p=1$salt$hash}, up to 2^17, 16 and 4
 * </ul>
 *
 * The bounds keep whoever imports from making each sign-in as expensive as they like.
 */
public record ForeignHash(String value) {
    private static final Pattern BCRYPT = Pattern.compile("\\$2[aby]\\$(\\d{2})\\$[./A-Za-z0-9]{53}");
    private static final Pattern PASSLIB =
            Pattern.compile("\\$pbkdf2-sha(?:256|512)\\$(\\d{1,7})\\$[./A-Za-z0-9]{1,128}\\$[./A-Za-z0-9]{20,128}");
    private static final Pattern DJANGO =
            Pattern.compile("pbkdf2_sha(?:256|512)\\$(\\d{1,7})\\$[^$]{1,128}\\$[A-Za-z0-9+/=]{20,128}");
    private static final Pattern SCRYPT = Pattern.compile(
            "\\$scrypt\\$ln=(\\d{1,2}),r=(\\d{1,2}),p=(\\d{1,2})\\$[A-Za-z0-9+/=]{1,128}\\$[A-Za-z0-9+/=]{20,128}");

    /** @throws Problem {@code UNSUPPORTED_PASSWORD_HASH} */
    public ForeignHash {
        boolean isSupported = within(BCRYPT, value, 14)
                || within(PASSLIB, value, 2_000_000)
                || within(DJANGO, value, 2_000_000)
                || within(SCRYPT, value, 17, 16, 4);
        if (!isSupported) {
            throw Problem.invalid(
                            "UNSUPPORTED_PASSWORD_HASH",
                            "This is no bcrypt, PBKDF2 or scrypt hash that can be taken over, or it costs too much to check.")
                    .at("/passwordHash");
        }
    }

    private static boolean within(Pattern pattern, String value, int... most) {
        Matcher matcher = pattern.matcher(value);
        if (!matcher.matches()) {
            return false;
        }
        for (int i = 0; i < most.length; i++) {
            int cost = Integer.parseInt(matcher.group(i + 1));
            if (cost < 1 || cost > most[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return "ForeignHash[…]";
    }
}
