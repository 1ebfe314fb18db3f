package org.tctf.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.body.AvailableByteBody;
import io.micronaut.http.body.ByteBody;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Problem;

/**
 * Reads a request's body: never more than the route allows, in no type that the route does not take.
 *
 * <p>Where a route takes no body, an empty one and {@code {}} say nothing and are let through; anything else is refused,
 * since its sender expects it to have an effect.
 */
@Singleton
final class Bodies {

    /**
     * @param types media types that the route takes; empty = it takes no body
     * @throws Problem {@code BODY_TOO_LARGE}, {@code UNSUPPORTED_MEDIA_TYPE}, {@code MALFORMED_JSON}, {@code
     *     UNEXPECTED_BODY}
     */
    RequestBody read(Exchange exchange, Set<String> types) {
        RoutePolicy route = exchange.route();
        if (route == null || route.isStreamed()) {
            return RequestBody.none();
        }
        byte[] bytes = bytes(exchange.request(), route.maxBody());
        if (bytes.length == 0) {
            return RequestBody.none();
        }
        if (types.isEmpty()) {
            return refuseUnlessEmptyObject(bytes);
        }
        String type = type(exchange.request(), types);
        return new RequestBody(bytes, type.equals(MediaType.APPLICATION_JSON) ? StrictJson.parse(bytes) : null);
    }

    private static byte[] bytes(HttpRequest<?> request, int max) {
        if (request.getContentLength() > max) {
            throw tooLarge(max);
        }
        if (!(request instanceof ServerHttpRequest<?> server)) {
            return new byte[0];
        }
        ByteBody body = server.byteBody();
        if (body.expectedLength().orElse(-1) == 0) {
            return new byte[0];
        }
        byte[] bytes = body instanceof AvailableByteBody here ? here.toByteArray() : stream(body, max);
        if (bytes.length > max) {
            throw tooLarge(max);
        }
        return bytes;
    }

    private static byte[] stream(ByteBody body, int max) {
        try (InputStream in = body.toInputStream()) {
            return in.readNBytes(max + 1);
        } catch (IOException broken) {
            throw Problem.invalid("BODY_INCOMPLETE", "The body broke off before its end; send the request again.");
        }
    }

    private static RequestBody refuseUnlessEmptyObject(byte[] bytes) {
        if (new String(bytes, StandardCharsets.ISO_8859_1).strip().equals("{}")) {
            return RequestBody.none();
        }
        throw Problem.invalid("UNEXPECTED_BODY", "This route takes no body; send the request without one.");
    }

    private static String type(HttpRequest<?> request, Set<String> types) {
        MediaType type = request.getContentType().orElse(null);
        String name = type == null ? "" : type.getName().toLowerCase(Locale.ROOT);
        if (type == null || !types.contains(name) || !isUtf8(type)) {
            throw Problem.of(
                    Problem.Kind.UNSUPPORTED_MEDIA_TYPE,
                    "UNSUPPORTED_MEDIA_TYPE",
                    "Send the body as %s in UTF-8, and say so in Content-Type.".formatted(String.join(" or ", types)));
        }
        return name;
    }

    private static boolean isUtf8(MediaType type) {
        @Nullable String charset = type.getParameters().get("charset").orElse(null);
        return charset == null || charset.replace("\"", "").equalsIgnoreCase("utf-8");
    }

    private static Problem tooLarge(int max) {
        return Problem.of(
                Problem.Kind.TOO_LARGE,
                "BODY_TOO_LARGE",
                "The body is larger than the %d bytes that this route takes.".formatted(max));
    }
}
