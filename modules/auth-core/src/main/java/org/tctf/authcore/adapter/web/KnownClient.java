package org.tctf.authcore.adapter.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.cookie.Cookie;
import org.jspecify.annotations.Nullable;
import org.tctf.identity.Passwords;

/**
 * The cookie by which a client is known that has signed in before: of this host alone and over https alone ({@code
 * __Host-}; browsers count their own machine as such), for no script and for no other site. It opens nothing; it only has
 * tries of its own.
 */
final class KnownClient {
    private static final String COOKIE = "__Host-tctf-client";
    private static final int MAX_LENGTH = 64;
    private static final String FORM = COOKIE + "=%s; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=%d";

    private KnownClient() {}

    static @Nullable String secret(HttpRequest<?> request) {
        return request.getCookies()
                .findCookie(COOKIE)
                .map(Cookie::getValue)
                .filter(secret -> secret.length() <= MAX_LENGTH)
                .orElse(null);
    }

    static <T> MutableHttpResponse<T> keep(MutableHttpResponse<T> response, @Nullable String secret) {
        return secret == null
                ? response
                : response.header("Set-Cookie", FORM.formatted(secret, Passwords.KNOWN.toSeconds()));
    }
}
