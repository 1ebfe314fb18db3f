package org.tctf.authoauth.adapter.web.provider;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.cookie.Cookie;
import org.jspecify.annotations.Nullable;

/**
 * The cookie by which a browser is known: of this host alone and over https alone ({@code __Host-}; browsers count their
 * own machine as such), for no script, and sent by no other site's form. It goes when the browser is closed.
 */
final class Browser {
    static final String COOKIE = "__Host-tctf-browser";

    private static final String FORM = COOKIE + "=%s; Path=/; Secure; HttpOnly; SameSite=Lax";

    private Browser() {}

    static @Nullable String secret(HttpRequest<?> request) {
        return request.getCookies().findCookie(COOKIE).map(Cookie::getValue).orElse(null);
    }

    static <T> MutableHttpResponse<T> keep(MutableHttpResponse<T> response, String secret) {
        return response.header("Set-Cookie", FORM.formatted(secret));
    }

    static <T> MutableHttpResponse<T> forget(MutableHttpResponse<T> response) {
        return response.header("Set-Cookie", FORM.formatted("") + "; Max-Age=0");
    }
}
