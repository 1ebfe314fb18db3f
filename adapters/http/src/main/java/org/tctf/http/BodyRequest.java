package org.tctf.http;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpRequestWrapper;
import java.util.Optional;

/**
 * The request as the controller's binders see it: with the body that the pipeline has read and validated.
 *
 * <p>Why not leave the body to the framework: where it has not arrived whole with the headers, the framework's own body
 * binder completes on the server's I/O thread and calls the controller there. Then nothing that the pipeline binds to
 * its thread (flow, commit mark, span) would reach the controller, and the controller would block that I/O thread. With
 * the body at hand, binding is an ordinary conversion in the pipeline's thread, on every server.
 */
final class BodyRequest extends HttpRequestWrapper<Object> {
    private final RequestBody body;
    private final ConversionService conversions;

    @SuppressWarnings("unchecked") // the wrapper answers for the body's type; the wrapped request is not asked
    BodyRequest(HttpRequest<?> request, RequestBody body, ConversionService conversions) {
        super((HttpRequest<Object>) request);
        this.body = body;
        this.conversions = conversions;
    }

    @Override
    public Optional<Object> getBody() {
        return body.isEmpty() ? Optional.empty() : Optional.of(body);
    }

    @Override
    public <T> Optional<T> getBody(Class<T> type) {
        return getBody(Argument.of(type));
    }

    @Override
    public <T> Optional<T> getBody(Argument<T> type) {
        return getBody(ConversionContext.of(type));
    }

    @Override
    public <T> Optional<T> getBody(ArgumentConversionContext<T> context) {
        return body.isEmpty() ? Optional.empty() : conversions.convert(body, context);
    }
}
