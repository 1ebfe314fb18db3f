package org.tctf.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.UriRouteMatch;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Problem;
import org.tctf.kernel.Problem.FieldError;

/**
 * Checks a request against the OpenAPI document and tells all that is wrong with it at once (the first 50).
 *
 * <p>Query parameters that the document does not name are refused like unknown fields of a body: a caller who writes
 * {@code ?limt=5} should learn it. Routes that are in no document are the program's own and check for themselves; they
 * take JSON if they take a body.
 */
@Singleton
final class Validation {
    private static final int MAX_ERRORS = 50;
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Set<String> JSON_ONLY = Set.of("application/json");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final OpenApi openApi;

    Validation(OpenApi openApi) {
        this.openApi = openApi;
    }

    /** The media types that a route takes a body in; empty when it takes none. */
    Set<String> mediaTypes(Exchange exchange) {
        RoutePolicy route = exchange.route();
        return route == null
                ? Set.of()
                : openApi.operation(route).map(Operation::mediaTypes).orElse(JSON_ONLY);
    }

    /** @throws Problem {@code VALIDATION_ERROR} with every error's pointer, code and sentence */
    void check(Exchange exchange, RequestBody body) {
        RoutePolicy route = exchange.route();
        if (route == null) {
            return;
        }
        openApi.operation(route).ifPresent(operation -> check(exchange.request(), route, operation, body));
    }

    private static void check(HttpRequest<?> request, RoutePolicy route, Operation operation, RequestBody body) {
        List<FieldError> errors = new ArrayList<>();
        for (Operation.Parameter parameter : operation.parameters()) {
            check(request, parameter, errors);
        }
        // On Lambda a form's fields come as parameters too; what is in a form is its route's affair.
        boolean ignoresUnknown = route.isProtocol() || operation.mediaTypes().contains(FORM);
        for (String name : request.getParameters().names()) {
            if (!ignoresUnknown && !operation.hasQueryParameter(name)) {
                errors.add(new FieldError(
                        "/" + escape(name), "UNKNOWN_FIELD", "There is no such parameter; leave it out."));
            }
        }
        checkBody(operation, body, errors);
        if (!errors.isEmpty()) {
            throw problem(errors);
        }
    }

    private static void checkBody(Operation operation, RequestBody body, List<FieldError> errors) {
        if (body.isEmpty()) {
            if (operation.isBodyRequired()) {
                errors.add(new FieldError("", "REQUIRED", "The body is missing."));
            }
            return;
        }
        JsonNode json = body.json();
        Schema schema = json == null ? null : operation.bodies().get("application/json");
        if (json != null && schema != null) {
            errors.addAll(schema.errors(json, ""));
        }
    }

    private static void check(HttpRequest<?> request, Operation.Parameter parameter, List<FieldError> errors) {
        List<String> values = values(request, parameter);
        String pointer = "/" + escape(parameter.name());
        if (values.isEmpty()) {
            if (parameter.isRequired()) {
                errors.add(new FieldError(pointer, "REQUIRED", "It is missing."));
            }
            return;
        }
        JsonNode value = parameter.type().equals("array") ? array(values) : scalar(values.getFirst(), parameter.type());
        errors.addAll(parameter.schema().errors(value, pointer));
    }

    private static List<String> values(HttpRequest<?> request, Operation.Parameter parameter) {
        return switch (parameter.in()) {
            case "query" -> request.getParameters().getAll(parameter.name());
            case "header" -> request.getHeaders().getAll(parameter.name());
            case "path" -> pathVariable(request, parameter.name());
            default -> List.of();
        };
    }

    private static List<String> pathVariable(HttpRequest<?> request, String name) {
        Map<String, Object> variables = RouteAttributes.getRouteMatch(request)
                .filter(UriRouteMatch.class::isInstance)
                .map(match -> ((UriRouteMatch<?, ?>) match).getVariableValues())
                .orElse(Map.of());
        @Nullable Object value = variables.get(name);
        return value == null ? List.of() : List.of(value.toString());
    }

    /** A text as the JSON value that the schema means; one that is not such a value stays a text, and is refused. */
    private static JsonNode scalar(String text, String type) {
        try {
            return switch (type) {
                case "integer" -> NODES.numberNode(new BigInteger(text));
                case "number" -> NODES.numberNode(new BigDecimal(text));
                case "boolean" ->
                    text.equals("true") || text.equals("false")
                            ? NODES.booleanNode(text.equals("true"))
                            : NODES.textNode(text);
                default -> NODES.textNode(text);
            };
        } catch (NumberFormatException notANumber) {
            return NODES.textNode(text);
        }
    }

    private static ArrayNode array(List<String> values) {
        ArrayNode array = NODES.arrayNode();
        for (String value : values) {
            for (String part : value.split(",", -1)) {
                array.add(part);
            }
        }
        return array;
    }

    static Problem problem(List<FieldError> errors) {
        Problem problem = Problem.invalid(
                "VALIDATION_ERROR",
                errors.size() == 1
                        ? "One thing in the request is wrong; see errors."
                        : "%d things in the request are wrong; see errors.".formatted(errors.size()));
        List<FieldError> inOrder = errors.stream()
                .sorted(Comparator.comparing(FieldError::pointer).thenComparing(FieldError::code))
                .limit(MAX_ERRORS)
                .toList();
        for (FieldError error : inOrder) {
            problem = problem.at(error);
        }
        return problem;
    }

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
