package org.tctf.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Problem;

/**
 * RFC 9457 problem details, and what this platform adds.
 *
 * @param type a path that names the kind of problem for ever: {@code /problems/} and the code in kebab case
 * @param title the code in words
 * @param instance the path that was asked for, without its query
 * @param errors the single fields that are wrong; a query parameter's pointer is {@code /} and its name
 * @param retryAfter whole seconds, rounded up
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ProblemDocument(
        URI type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        String correlationId,
        Instant timestamp,
        List<Problem.FieldError> errors,
        @Nullable Long retryAfter,
        @Nullable Integer remainingAttempts) {}
