package org.tctf.communication.domain;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jmolecules.ddd.annotation.ValueObject;
import org.tctf.kernel.Problem;

/**
 * An address that we may post to as far as it can be told by looking at it: HTTPS at its own port, a host by its public name,
 * nobody's password in it. Where the name leads is looked at whenever something is posted.
 */
@ValueObject
public record HookUrl(URI value) {
    private static final int LONGEST = 500;
    private static final int HTTPS_PORT = 443;

    // RFC 1123 §2.1; the last label of a name is not a number, that of an IPv4 address is.
    private static final Pattern NAME = Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{1,62}");
    private static final Pattern NOT_PUBLIC = Pattern.compile(".*\\.(local|localhost|internal|lan|home|corp|arpa)");

    /** @throws Problem {@code INVALID_WEBHOOK_URL} */
    public static HookUrl of(String text) {
        return new HookUrl(address(
                text,
                LONGEST,
                why -> Problem.invalid("INVALID_WEBHOOK_URL", "Nothing can be posted to this URL: " + why + ".")
                        .at("/url")));
    }

    /** @param refusal what is thrown, made of what is wrong */
    static URI address(String text, int longest, Function<String, Problem> refusal) {
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException notOne) {
            throw refusal.apply("it is no URL");
        }
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        if (text.length() > longest || !"https".equalsIgnoreCase(uri.getScheme())) {
            throw refusal.apply("it begins with https:// and has at most %d characters".formatted(longest));
        }
        if (!NAME.matcher(host).matches() || NOT_PUBLIC.matcher(host).matches()) {
            throw refusal.apply("its host is a public name, not an address of numbers");
        }
        if (uri.getRawUserInfo() != null
                || uri.getRawFragment() != null
                || uri.getPort() != -1 && uri.getPort() != HTTPS_PORT) {
            throw refusal.apply("it has no user, no fragment and no port of its own");
        }
        return uri;
    }
}
