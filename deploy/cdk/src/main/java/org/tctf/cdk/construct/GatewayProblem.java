package org.tctf.cdk.construct;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.tctf.cdk.Json;
import software.amazon.awscdk.services.apigateway.CfnGatewayResponse;
import software.constructs.Construct;

/**
 * What the gateway answers itself, as the same problem documents (RFC 9457) that the functions write. Two things it cannot
 * do: it has no clock that writes ISO 8601, so {@code timestamp} is missing, and it cannot escape, so nothing of the
 * request is repeated in the {@code detail}.
 */
enum GatewayProblem {
    BAD_REQUEST_BODY(400, "VALIDATION_ERROR", "The body does not have the form that the API's document says."),
    BAD_REQUEST_PARAMETERS(
            400, "VALIDATION_ERROR", "A parameter or header that the API's document requires is missing."),
    /** No token. */
    UNAUTHORIZED(401, "UNAUTHENTICATED", "This needs an access token."),
    /** A token that the authorizer does not know as one of ours. */
    ACCESS_DENIED(401, "INVALID_TOKEN", "The access token is not one of ours; sign in again."),
    /** What the gateway says of a path or method that the API does not have. */
    MISSING_AUTHENTICATION_TOKEN(404, "NOT_FOUND", "There is nothing at this address that you may see."),
    RESOURCE_NOT_FOUND(404, "NOT_FOUND", "There is nothing at this address that you may see."),
    REQUEST_TOO_LARGE(413, "BODY_TOO_LARGE", "The body is larger than this server takes."),
    UNSUPPORTED_MEDIA_TYPE(415, "UNSUPPORTED_MEDIA_TYPE", "Send the body as application/json."),
    WAF_FILTERED(403, "REQUEST_FILTERED", "The request looks like an attack, or too many came from your address."),
    THROTTLED(429, "RATE_LIMITED", "Too many requests at once; wait a second, then go on."),
    INTEGRATION_TIMEOUT(504, "UNAVAILABLE", "This took too long; try again soon."),
    INTEGRATION_FAILURE(503, "UNAVAILABLE", "This is not available at the moment; try again soon."),
    DEFAULT_4XX(400, "BAD_REQUEST", "The request could not be read."),
    DEFAULT_5XX(500, "INTERNAL_ERROR", "Something went wrong on our side; tell us the correlationId if it stays.");

    private final int status;
    private final String code;
    private final String detail;

    GatewayProblem(int status, String code, String detail) {
        this.status = status;
        this.code = code;
        this.detail = detail;
    }

    /** @param headers that every answer of the gateway has besides its own */
    CfnGatewayResponse in(Construct scope, String restApiId, Map<String, String> headers) {
        return CfnGatewayResponse.Builder.create(scope, name())
                .restApiId(restApiId)
                .responseType(name())
                .statusCode(Integer.toString(status))
                .responseParameters(parameters(headers))
                .responseTemplates(Ordered.map("application/json", template()))
                .build();
    }

    String template() {
        Map<String, Object> problem = new LinkedHashMap<>();
        String words = code.startsWith("$")
                ? "unauthenticated"
                : code.toLowerCase(Locale.ROOT).replace('_', ' ');
        problem.put("type", "/problems/" + words.replace(' ', '-'));
        problem.put("title", Character.toUpperCase(words.charAt(0)) + words.substring(1));
        problem.put("status", status);
        problem.put("detail", detail);
        problem.put("instance", "$context.path");
        problem.put("code", code);
        problem.put("correlationId", "$context.requestId");
        return Json.text(problem);
    }

    private Map<String, String> parameters(Map<String, String> headers) {
        Map<String, String> parameters = new LinkedHashMap<>();
        header(parameters, "Content-Type", "'application/problem+json'");
        header(parameters, "Cache-Control", "'no-store'");
        header(parameters, "X-Correlation-ID", "context.requestId");
        if (status == 401) {
            header(parameters, "WWW-Authenticate", "'Bearer realm=\"tctf\"'");
        }
        if (this == THROTTLED) {
            header(parameters, "Retry-After", "'1'");
        }
        headers.forEach((name, value) -> header(parameters, name, value));
        return parameters;
    }

    private static void header(Map<String, String> parameters, String name, String value) {
        parameters.put("gatewayresponse.header." + name, value);
    }
}
