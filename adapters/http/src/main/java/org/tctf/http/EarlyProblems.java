package org.tctf.http;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;

/**
 * The one format also for what never reaches the pipeline, such as a request line that is not HTTP. What the framework
 * writes by this inside the pipeline, the pipeline replaces.
 */
@Singleton
final class EarlyProblems implements ErrorResponseProcessor<Object> {
    private final Problems problems;
    private final Correlation correlation;
    private final ResponseHeaders headers;

    EarlyProblems(Problems problems, Correlation correlation, ResponseHeaders headers) {
        this.problems = problems;
        this.correlation = correlation;
        this.headers = headers;
    }

    @Override
    @SuppressWarnings("unchecked") // the body is bytes, which nobody asks for by type
    public MutableHttpResponse<Object> processResponse(ErrorContext error, MutableHttpResponse<?> response) {
        HttpRequest<?> request = error.getRequest();
        if (request.getMethod() == HttpMethod.HEAD) {
            return (MutableHttpResponse<Object>) response;
        }
        Exchange exchange = new Exchange(request, null, correlation.of(request), "unknown");
        MutableHttpResponse<?> problem = problems.answer(exchange, Failures.ofStatus(response.code()));
        headers.complete(exchange, problem);
        return (MutableHttpResponse<Object>) problem;
    }
}
