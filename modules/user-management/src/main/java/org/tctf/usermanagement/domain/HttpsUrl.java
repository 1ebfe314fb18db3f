package org.tctf.usermanagement.domain;

import java.net.URI;
import java.net.URISyntaxException;
import org.jmolecules.ddd.annotation.ValueObject;
import org.tctf.kernel.Problem;

/**
 * A web page that a member points at, at most 200 characters. Only https, and no user part: {@code
 * https://github.com@evil.example/} looks like a page of GitHub and is not (RFC 3986 §7.6).
 */
@ValueObject
public record HttpsUrl(String value) {
    public static final int MAX_LENGTH = 200;

    /** @throws Problem {@code INVALID_URL} */
    public HttpsUrl {
        if (!isAcceptable(value)) {
            throw Problem.invalid(
                    "INVALID_URL",
                    "'%.60s' cannot be linked to; use an address like https://example.org/me of at most %d characters."
                            .formatted(value, MAX_LENGTH));
        }
    }

    @Override
    public String toString() {
        return value;
    }

    private static boolean isAcceptable(String text) {
        try {
            URI uri = new URI(text);
            return text.length() <= MAX_LENGTH
                    && "https".equalsIgnoreCase(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null;
        } catch (URISyntaxException notOne) {
            return false;
        }
    }
}
