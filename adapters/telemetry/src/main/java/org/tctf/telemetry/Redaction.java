package org.tctf.telemetry;

import java.util.regex.Pattern;

/**
 * The last net under what is logged and traced: tokens that somebody put into a message by mistake. It does not replace
 * care: a secret belongs into {@link org.tctf.kernel.crypto.Encrypted}, which never prints itself.
 */
final class Redaction {
    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]{8,}\\.[\\w-]+(\\.[\\w-]*){0,3}");
    private static final Pattern BEARER = Pattern.compile("(?i)(bearer\\s+)[\\w.~+/=-]{8,}");
    private static final Pattern NAMED =
            Pattern.compile("(?i)(\"?(?:password|secret|refresh_?token|access_?token)\"?\\s*[=:]\\s*\"?)[^\\s\",;&}]+");

    private Redaction() {}

    /** The text with tokens and passwords replaced by {@code •••}. */
    static String of(String text) {
        String plain = text.contains("eyJ") ? TOKEN.matcher(text).replaceAll("•••") : text;
        plain = BEARER.matcher(plain).replaceAll("$1•••");
        return NAMED.matcher(plain).replaceAll("$1•••");
    }
}
