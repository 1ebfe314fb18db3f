package org.tctf.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MediaType;
import io.micronaut.web.router.RouteAttributes;
import java.util.Optional;
import org.tctf.kernel.Language;
import org.tctf.kernel.web.MailLinkPage;

/**
 * What somebody sees whose browser asked a service for a page and whose request came to nothing for a reason that the
 * page does not know: too many requests, a fault of ours. In a language of the browser, as nothing is known of them.
 */
final class ProblemPages {
    private static final String WORDS = "org.tctf.http.problem-pages";

    private ProblemPages() {}

    /** Nothing for a caller who did not ask for a page, or asked where there are none. */
    static Optional<MailLinkPage> of(Exchange exchange, Failure failure) {
        if (!isForPage(exchange)) {
            return Optional.empty();
        }
        Language language = Language.preferred(exchange.request().getHeaders().get(HttpHeaders.ACCEPT_LANGUAGE));
        return Optional.of(MailLinkPage.of(language, WORDS, name(failure.status())));
    }

    private static boolean isForPage(Exchange exchange) {
        RoutePolicy route = exchange.route();
        String accept = exchange.request().getHeaders().get(HttpHeaders.ACCEPT);
        return route != null
                && route.service() != null
                && accept != null
                && accept.contains(MediaType.TEXT_HTML)
                && RouteAttributes.getRouteInfo(exchange.request())
                        .filter(info -> info.getProduces().contains(MediaType.TEXT_HTML_TYPE))
                        .isPresent();
    }

    private static String name(int status) {
        return switch (status) {
            case 429 -> "too-many-requests";
            case 503 -> "unavailable";
            default -> status == 409 || status >= 500 ? "failed" : "refused";
        };
    }
}
