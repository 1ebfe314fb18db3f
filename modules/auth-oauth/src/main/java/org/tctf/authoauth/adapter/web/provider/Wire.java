package org.tctf.authoauth.adapter.web.provider;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tctf.authoauth.domain.provider.Refusal;
import org.tctf.kernel.web.PublicUrl;

/** Requests and answers as the protocol library has them, and back. */
final class Wire {
    static final String NO_CONTENT_POLICY = "default-src 'none'; frame-ancestors 'none'";

    private Wire() {}

    /** The request as it came, at our public address. */
    static HTTPRequest request(HttpRequest<?> request, PublicUrl url, @Nullable String form) {
        String query = request.getUri().getRawQuery();
        URI uri = URI.create(url.at(request.getPath()) + (query == null ? "" : "?" + query));
        HTTPRequest wire = new HTTPRequest(HTTPRequest.Method.valueOf(request.getMethodName()), uri);
        copy(request, wire, HttpHeaders.AUTHORIZATION);
        copy(request, wire, HttpHeaders.CONTENT_TYPE);
        if (form != null) {
            wire.setBody(form);
        }
        return wire;
    }

    private static void copy(HttpRequest<?> request, HTTPRequest wire, String header) {
        String value = request.getHeaders().get(header);
        if (value != null) {
            wire.setHeader(header, value);
        }
    }

    static Map<String, List<String>> query(HttpRequest<?> request) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        request.getParameters().forEach(entry -> parameters.put(entry.getKey(), entry.getValue()));
        return parameters;
    }

    static Map<String, List<String>> form(@Nullable String form) {
        return form == null ? Map.of() : URLUtils.parseParameters(form);
    }

    static HttpResponse<String> answer(HTTPResponse wire) {
        MutableHttpResponse<String> response = HttpResponse.status(HttpStatus.valueOf(wire.getStatusCode()));
        wire.getHeaderMap().forEach((name, values) -> values.forEach(value -> response.header(name, value)));
        if (wire.getBody() != null) {
            response.body(wire.getBody());
        }
        return guarded(response);
    }

    static <T> MutableHttpResponse<T> guarded(MutableHttpResponse<T> response) {
        response.getHeaders().set(HttpHeaders.CACHE_CONTROL, "no-store");
        response.getHeaders().set("Content-Security-Policy", NO_CONTENT_POLICY);
        return response;
    }

    static ErrorObject error(Refusal refusal) {
        int status = switch (refusal.error()) {
            case "invalid_client", "invalid_token" -> 401;
            case "insufficient_scope" -> 403;
            default -> 400;
        };
        return new ErrorObject(refusal.error(), refusal.description(), status);
    }

    /** What was wrong with a request that could not be read. */
    static ErrorObject error(ParseException unreadable) {
        ErrorObject known = unreadable.getErrorObject();
        return known == null ? new ErrorObject("invalid_request", "The request could not be read.", 400) : known;
    }
}
