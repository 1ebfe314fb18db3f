package org.tctf.http;

import com.fasterxml.jackson.databind.JsonMappingException;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.exceptions.BufferLengthExceededException;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.http.server.exceptions.NotAllowedException;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Problem;
import org.tctf.kernel.Unavailable;
import org.tctf.kernel.table.ConditionFailed;

/** What each exception means to a caller. Whatever is not named here is our bug, and says nothing of itself. */
final class Failures {
    private static final String REALM = "Bearer realm=\"tctf\"";

    private Failures() {}

    static Failure of(Throwable thrown) {
        return switch (thrown) {
            case Problem problem -> of(problem);
            case ConditionFailed lost ->
                Failure.of(
                        409,
                        "CONCURRENT_MODIFICATION",
                        "Somebody else changed the same thing at the same moment; read it again and repeat your change.");
            case ConversionErrorException unfit -> ofUnfit(unfit);
            case UnsatisfiedRouteException missing ->
                Failure.of(
                        400,
                        "VALIDATION_ERROR",
                        "'%s' is missing.".formatted(missing.getArgument().getName()));
            case NotAllowedException wrongMethod ->
                Failure.of(405, "METHOD_NOT_ALLOWED", "This path is there, but not for this method; see Allow.")
                        .header("Allow", String.join(", ", new TreeSet<>(wrongMethod.getAllowedMethods())));
            case ContentLengthExceededException tooLarge -> ofStatus(413);
            case BufferLengthExceededException tooLarge -> ofStatus(413);
            case HttpStatusException status -> ofStatus(status.getStatus().getCode());
            case URISyntaxException notAUri -> Failure.of(400, "MALFORMED_URI", "The request's address is not a URI.");
            case Unavailable later -> ofStatus(503);
            default -> ofStatus(500);
        };
    }

    /** A bare status that somebody answered without a body of ours. */
    static Failure ofStatus(int status) {
        return switch (status) {
            case 400 -> Failure.of(400, "BAD_REQUEST", "The request could not be read.");
            case 401 ->
                Failure.of(401, "UNAUTHENTICATED", "This needs an access token.")
                        .header("WWW-Authenticate", REALM);
            case 403 -> Failure.of(403, "FORBIDDEN", "You may not do this.");
            case 404 -> Failure.of(404, "NOT_FOUND", "There is nothing at this address that you may see.");
            case 406 -> Failure.of(406, "NOT_ACCEPTABLE", "This is not available in a type that you accept.");
            case 413 -> Failure.of(413, "BODY_TOO_LARGE", "The body is larger than this server takes.");
            case 415 ->
                Failure.of(415, "UNSUPPORTED_MEDIA_TYPE", "Send the body as application/json.")
                        .header("Accept", "application/json");
            case 503 -> Failure.of(503, "UNAVAILABLE", "This is not available at the moment; try again soon.");
            default ->
                status >= 500
                        ? Failure.of(
                                500,
                                "INTERNAL_ERROR",
                                "Something went wrong on our side; tell us the correlationId if it stays.")
                        : Failure.of(
                                status,
                                HttpStatus.valueOf(status).name(),
                                "The request was refused: %s."
                                        .formatted(HttpStatus.valueOf(status).getReason()));
        };
    }

    private static Failure of(Problem problem) {
        var retryAfter = problem.retryAfter();
        // Rounded up: who comes back a moment early is refused again.
        @Nullable Long seconds = retryAfter == null ? null : (retryAfter.toMillis() + 999) / 1000;
        var attempts = problem.remainingAttempts();
        return new Failure(
                status(problem.kind()),
                problem.code(),
                problem.detail(),
                problem.errors(),
                seconds,
                attempts.isPresent() ? attempts.getAsInt() : null,
                challenge(problem));
    }

    /** RFC 6750 §3: the challenge names the error, unless the request had no token at all. */
    private static Map<String, String> challenge(Problem problem) {
        return switch (problem.code()) {
            case "INVALID_TOKEN", "TOKEN_EXPIRED" ->
                Map.of(
                        "WWW-Authenticate",
                        REALM + ", error=\"invalid_token\", error_description=\"" + problem.code() + "\"");
            case "ROLE_MISSING", "SCOPE_MISSING", "SERVICE_KEY_NOT_ACCEPTED" ->
                Map.of("WWW-Authenticate", REALM + ", error=\"insufficient_scope\"");
            default -> problem.kind() == Problem.Kind.UNAUTHENTICATED ? Map.of("WWW-Authenticate", REALM) : Map.of();
        };
    }

    private static int status(Problem.Kind kind) {
        return switch (kind) {
            case INVALID -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case GONE -> 410;
            case PRECONDITION_FAILED -> 412;
            case TOO_LARGE -> 413;
            case UNSUPPORTED_MEDIA_TYPE -> 415;
            case UNPROCESSABLE -> 422;
            case LOCKED -> 423;
            case TOO_MANY_REQUESTS -> 429;
            case UNAVAILABLE -> 503;
        };
    }

    /** A value that fits its schema, but not its type: money with too many decimals, a text that is no time zone. */
    private static Failure ofUnfit(ConversionErrorException unfit) {
        String pointer = "/" + unfit.getArgument().getName();
        for (Throwable cause = unfit; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return of(problem);
            }
            if (cause instanceof JsonMappingException inBody) {
                pointer = inBody.getPath().stream()
                        .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                        .collect(Collectors.joining());
            }
        }
        return of(Problem.invalid("VALIDATION_ERROR", "One thing in the request is wrong; see errors.")
                .at(new Problem.FieldError(pointer, "NOT_ALLOWED", "It does not have the form that is needed here.")));
    }
}
