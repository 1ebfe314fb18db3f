package org.tctf.http;

import io.micronaut.core.io.Writable;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.types.files.FileCustomizableResponseType;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteInfo;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.tctf.kernel.web.ETag;
import org.tctf.kernel.web.MailLinkPage;

/**
 * Turns what a controller returned into what goes out: JSON is written here, once, in the request's own thread, so that
 * an answer can be kept byte for byte and no I/O thread is held up; a page behind a mailed link with the headers that it
 * needs; then the entity tag and conditional reads.
 */
@Singleton
final class Answers {
    private final Json json;
    private final Problems problems;

    Answers(Json json, Problems problems) {
        this.json = json;
        this.problems = problems;
    }

    MutableHttpResponse<?> render(Exchange exchange, HttpResponse<?> returned) {
        Throwable thrown = RouteAttributes.getException(returned).orElse(null);
        if (thrown != null) {
            return problems.answer(exchange, thrown);
        }
        MutableHttpResponse<?> response = returned.toMutableResponse();
        if (response.body() instanceof MailLinkPage page) {
            return shown(page, response);
        }
        if (response.code() >= HttpStatus.BAD_REQUEST.getCode() && !isOwnAnswer(exchange, response)) {
            return problems.answer(exchange, Failures.ofStatus(response.code()));
        }
        // The framework has taken a HEAD's body off already; without it there is no tag and no length to tell.
        Object body =
                response.body() == null ? RouteAttributes.getHeadBody(response).orElse(null) : response.body();
        if (body == null || goesOutAsItIs(body)) {
            return response;
        }
        String tag = tag(body, response);
        if (tag != null && isUnchanged(exchange, tag)) {
            return HttpResponse.notModified().header(HttpHeaders.ETAG, tag);
        }
        return isJson(exchange, response) ? written(exchange, response, body) : response;
    }

    private MutableHttpResponse<?> written(Exchange exchange, MutableHttpResponse<?> response, Object body) {
        Argument<?> declared = RouteAttributes.getRouteInfo(exchange.request())
                .<Argument<?>>map(RouteInfo::getResponseBodyType)
                .orElse(Argument.OBJECT_ARGUMENT);
        MutableHttpResponse<byte[]> written = response.body(json.bytes(body, declared));
        return written.getContentType().isPresent() ? written : written.contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    static MutableHttpResponse<?> shown(MailLinkPage page, MutableHttpResponse<?> response) {
        page.headers().forEach(response::header);
        return response.body(page.html()).contentType(MediaType.TEXT_HTML_TYPE);
    }

    /**
     * Whoever answers an error of the API without throwing a Problem still answers in the one format; but a page, for
     * somebody who followed a link, is a page also when it says that something is wrong.
     */
    private static boolean isOwnAnswer(Exchange exchange, HttpResponse<?> response) {
        return response.body() != null
                && (!exchange.isApi()
                        || response.getContentType()
                                .filter(type -> type.getName().equals(Problems.MEDIA_TYPE)
                                        || type.getName().equals(MediaType.TEXT_HTML))
                                .isPresent());
    }

    private static @Nullable String tag(Object body, MutableHttpResponse<?> response) {
        String own = response.getHeaders().get(HttpHeaders.ETAG);
        if (own != null) {
            return own;
        }
        var version = Versions.of(body);
        if (version.isEmpty()) {
            return null;
        }
        String tag = ETag.of(version.getAsLong());
        response.header(HttpHeaders.ETAG, tag);
        return tag;
    }

    /** RFC 9110 §13.1.2: weak comparison, any of the listed tags. */
    private static boolean isUnchanged(Exchange exchange, String tag) {
        HttpMethod method = exchange.request().getMethod();
        String known = exchange.request().getHeaders().get(HttpHeaders.IF_NONE_MATCH);
        if (known == null || (method != HttpMethod.GET && method != HttpMethod.HEAD)) {
            return false;
        }
        for (String candidate : known.split(",", -1)) {
            String bare = candidate.strip();
            if (bare.equals("*") || (bare.startsWith("W/") ? bare.substring(2) : bare).equals(tag)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isJson(Exchange exchange, HttpResponse<?> response) {
        MediaType type = response.getContentType().orElseGet(() -> declaredType(exchange));
        return type.getName().equals(MediaType.APPLICATION_JSON)
                || type.getName().endsWith("+json");
    }

    private static MediaType declaredType(Exchange exchange) {
        return RouteAttributes.getRouteInfo(exchange.request())
                .flatMap(route -> route.getProduces().stream().findFirst())
                .orElse(MediaType.APPLICATION_JSON_TYPE);
    }

    private static boolean goesOutAsItIs(Object body) {
        return body instanceof byte[]
                || body instanceof CharSequence
                || body instanceof Publisher
                || body instanceof CompletionStage
                || body instanceof Writable
                || body instanceof InputStream
                || body instanceof FileCustomizableResponseType;
    }
}
