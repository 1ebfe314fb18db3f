package org.tctf.http;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Problem;

/** What went wrong as HTTP says it: a status, a code, a sentence, and headers that belong to it. */
record Failure(
        int status,
        String code,
        String detail,
        List<Problem.FieldError> errors,
        @Nullable Long retryAfterSeconds,
        @Nullable Integer remainingAttempts,
        Map<String, String> headers) {

    static Failure of(int status, String code, String detail) {
        return new Failure(status, code, detail, List.of(), null, null, Map.of());
    }

    Failure header(String name, String value) {
        return new Failure(status, code, detail, errors, retryAfterSeconds, remainingAttempts, Map.of(name, value));
    }
}
