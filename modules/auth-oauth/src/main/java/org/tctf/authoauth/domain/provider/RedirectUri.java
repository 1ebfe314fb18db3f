package org.tctf.authoauth.domain.provider;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jmolecules.ddd.annotation.ValueObject;
import org.tctf.kernel.Problem;

/**
 * Where a browser is sent with an answer: https, or plain http on the user's own machine (RFC 8252 §7.3). Compared
 * character by character (OAuth 2.1 §2.3.1), but for the port of a loopback address, which a native application gets from
 * its operating system anew each time.
 */
@ValueObject
public record RedirectUri(String value) {
    public static final int MAX_LENGTH = 2000;

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]");

    /** @throws Problem {@code INVALID_REDIRECT_URI} */
    public RedirectUri {
        if (value.length() > MAX_LENGTH || !isAllowed(value)) {
            throw Problem.invalid(
                    "INVALID_REDIRECT_URI",
                    "'%.100s' cannot be a redirect URI: use https, or http on localhost, 127.0.0.1 or [::1], without a fragment, a user or a wildcard."
                            .formatted(value));
        }
    }

    /** Whether an address that was asked for is this one. */
    public boolean matches(String asked) {
        return value.equals(asked)
                || (isLoopback()
                        && value.equals(withPort(asked, URI.create(value).getPort())));
    }

    /** Whether anybody on the user's machine could listen there. */
    public boolean isOnDevice() {
        return URI.create(value).getScheme().equalsIgnoreCase("http");
    }

    /** Who is there, for people: {@code app.example}. */
    public String host() {
        return URI.create(value).getHost();
    }

    /** {@code https://app.example:8443}. */
    public String origin() {
        URI uri = URI.create(value);
        return uri.getScheme().toLowerCase(Locale.ROOT) + "://" + uri.getRawAuthority();
    }

    private boolean isLoopback() {
        URI uri = URI.create(value);
        return uri.getScheme().equalsIgnoreCase("http") && LOOPBACK.contains(uri.getHost());
    }

    private static String withPort(String asked, int port) {
        try {
            URI uri = new URI(asked);
            return uri.getPort() < 0 || !LOOPBACK.contains(String.valueOf(uri.getHost()))
                    ? asked
                    : asked.replaceFirst(":" + uri.getPort() + "(?=[/?]|$)", port < 0 ? "" : ":" + port);
        } catch (URISyntaxException noUri) {
            return asked;
        }
    }

    private static boolean isAllowed(String text) {
        try {
            URI uri = new URI(text);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            String host = uri.getHost();
            boolean isLocal = host != null && (LOOPBACK.contains(host) || host.equals("localhost"));
            return host != null
                    && uri.getRawFragment() == null
                    && uri.getRawUserInfo() == null
                    && !text.contains("*")
                    && (scheme.equals("https") || (scheme.equals("http") && isLocal));
        } catch (URISyntaxException noUri) {
            return false;
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
