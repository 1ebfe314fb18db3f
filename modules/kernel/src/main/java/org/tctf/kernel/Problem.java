package org.tctf.kernel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A failure that the caller can act on: what happened, to what, what to do. The web pipeline writes it as RFC 9457
 * {@code application/problem+json}; a consumer that lets it escape is retried like after any other failure.
 *
 * <p>It carries no stack trace: it is an answer, not a bug.
 */
public final class Problem extends RuntimeException {

    /** What kind of failure; the web pipeline knows each kind's HTTP status. */
    public enum Kind {
        INVALID,
        UNAUTHENTICATED,
        FORBIDDEN,
        NOT_FOUND,
        CONFLICT,
        GONE,
        PRECONDITION_FAILED,
        TOO_LARGE,
        UNSUPPORTED_MEDIA_TYPE,
        UNPROCESSABLE,
        LOCKED,
        TOO_MANY_REQUESTS,
        UNAVAILABLE
    }

    /** One field that is wrong: a JSON Pointer (RFC 6901) into the request, a stable code, a sentence. */
    public record FieldError(String pointer, String code, String detail) {}

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String code;
    private final transient List<FieldError> errors;
    private final @Nullable Duration retryAfter;
    private final @Nullable Integer remainingAttempts;

    private Problem(
            Kind kind,
            String code,
            String detail,
            List<FieldError> errors,
            @Nullable Duration retryAfter,
            @Nullable Integer remainingAttempts) {
        super(detail, null, false, false);
        this.kind = kind;
        this.code = code;
        this.errors = List.copyOf(errors);
        this.retryAfter = retryAfter;
        this.remainingAttempts = remainingAttempts;
    }

    /**
     * @param code stable, UPPER_SNAKE; callers switch on it
     * @param detail one or two sentences for a person; never a database's or provider's own message
     */
    public static Problem of(Kind kind, String code, String detail) {
        return new Problem(kind, code, detail, List.of(), null, null);
    }

    public static Problem invalid(String code, String detail) {
        return of(Kind.INVALID, code, detail);
    }

    public static Problem unauthenticated(String code, String detail) {
        return of(Kind.UNAUTHENTICATED, code, detail);
    }

    public static Problem forbidden(String code, String detail) {
        return of(Kind.FORBIDDEN, code, detail);
    }

    public static Problem notFound(String code, String detail) {
        return of(Kind.NOT_FOUND, code, detail);
    }

    public static Problem conflict(String code, String detail) {
        return of(Kind.CONFLICT, code, detail);
    }

    /** Adds a wrong field. */
    public Problem at(String pointer) {
        return at(new FieldError(pointer, code, detail()));
    }

    /** Adds a wrong field with its own code and sentence. */
    public Problem at(FieldError error) {
        List<FieldError> more = new ArrayList<>(errors);
        more.add(error);
        return new Problem(kind, code, detail(), more, retryAfter, remainingAttempts);
    }

    /** Says when trying again can succeed; also sent as {@code Retry-After} in whole seconds, rounded up. */
    public Problem retryAfter(Duration pause) {
        return new Problem(kind, code, detail(), errors, pause, remainingAttempts);
    }

    /** Says how many tries are left before the caller is refused. */
    public Problem remainingAttempts(int left) {
        return new Problem(kind, code, detail(), errors, retryAfter, left);
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public String detail() {
        String message = getMessage();
        return message == null ? "" : message;
    }

    public List<FieldError> errors() {
        return errors;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    public OptionalInt remainingAttempts() {
        return remainingAttempts == null ? OptionalInt.empty() : OptionalInt.of(remainingAttempts);
    }
}
