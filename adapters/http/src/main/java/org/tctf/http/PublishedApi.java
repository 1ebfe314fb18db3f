package org.tctf.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.web.router.Router;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.web.Quota;

/**
 * The OpenAPI 3.0 document of a service as callers get it: what the compiler made of the controllers, and what the
 * pipeline adds to every operation — who may call, limits, idempotency, problems.
 */
@Singleton
public final class PublishedApi {
    private static final Set<String> WRITES = Set.of("post", "put", "patch", "delete");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Router router;
    private final RoutePolicies policies;

    PublishedApi(Router router, RoutePolicies policies) {
        this.router = router;
        this.policies = policies;
    }

    /** Routes that are there without being in any document; none, unless a controller hides some. */
    public Set<String> undocumented() {
        Map<String, RoutePolicy> routes = routes();
        Set<String> documented = documents().stream()
                .flatMap(document -> document.path("paths").properties().stream())
                .flatMap(path -> path.getValue().properties().stream()
                        .map(method -> OpenApi.key(method.getKey(), path.getKey())))
                .collect(Collectors.toSet());
        return routes.entrySet().stream()
                .filter(route -> route.getValue().service() != null && !documented.contains(route.getKey()))
                .map(route -> route.getValue().name())
                .collect(Collectors.toSet());
    }

    public ObjectNode of(ServiceDefinition service) {
        ObjectNode result = JSON.objectNode().put("openapi", "3.0.3");
        result.putObject("info")
                .put("title", service.name())
                .put("version", "1.0.0")
                .put("description", service.summary());
        result.putArray("servers").addObject().put("url", "/");
        result.putArray("tags").addObject().put("name", service.name());
        ObjectNode paths = result.putObject("paths");
        ObjectNode schemas = JSON.objectNode();
        Map<String, RoutePolicy> routes = routes();
        for (JsonNode document : documents()) {
            document.path("paths")
                    .properties()
                    .forEach(path -> path.getValue().properties().forEach(operation -> {
                        RoutePolicy policy = routes.get(OpenApi.key(operation.getKey(), path.getKey()));
                        if (policy != null && service.equals(policy.service())) {
                            paths.withObject("/" + escaped(path.getKey()))
                                    .set(
                                            operation.getKey(),
                                            complete(
                                                    operation.getKey(),
                                                    operation.getValue().deepCopy(),
                                                    policy));
                            document.path("components")
                                    .path("schemas")
                                    .properties()
                                    .forEach(schema ->
                                            schemas.set(schema.getKey(), KernelTypes.asWritten(schema.getValue())));
                        }
                    }));
        }
        result.set("components", components(schemas));
        return result;
    }

    private static ObjectNode complete(String method, ObjectNode operation, RoutePolicy policy) {
        operation
                .putArray("tags")
                .add(policy.service() == null ? "platform" : policy.service().name());
        for (JsonNode parameter : operation.path("parameters")) {
            ((ObjectNode) parameter).set("schema", ParameterBounds.schema(parameter));
        }
        ArrayNode security = operation.putArray("security");
        if (policy.isPublic()) {
            security.addObject();
        }
        security.addObject().putArray("bearer");
        if (!policy.roles().isEmpty()) {
            ArrayNode roles = operation.putArray("x-roles");
            policy.roles().stream().map(Enum::name).sorted().forEach(roles::add);
        }
        String scope = policy.keyScope();
        if (scope != null && !policy.isPublic()) {
            operation.put("x-service-key-scope", scope);
        }
        Quota quota = policy.quota();
        if (quota != null) {
            operation
                    .putObject("x-rate-limit")
                    .put("requests", quota.requests())
                    .put("window", quota.window().toString())
                    .put("by", policy.quotaBy().name());
        }
        if (WRITES.contains(method)) {
            operation.put("x-max-body", policy.maxBody());
            operation.put("x-idempotency-window", policy.idempotencyWindow().toString());
            operation.withArray("/parameters").addObject().put("$ref", "#/components/parameters/IdempotencyKey");
        }
        operation.withObject("/responses").putObject("default").put("$ref", "#/components/responses/Problem");
        return operation;
    }

    private static ObjectNode components(ObjectNode schemas) {
        ObjectNode components = JSON.objectNode();
        schemas.set("Problem", problem());
        components.set("schemas", sorted(schemas));
        components
                .putObject("securitySchemes")
                .putObject("bearer")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("bearerFormat", "JWT");
        components
                .putObject("parameters")
                .putObject("IdempotencyKey")
                .put("name", "Idempotency-Key")
                .put("in", "header")
                .put(
                        "description",
                        "The same key with the same request gets the same answer, and the effect happens once.")
                .putObject("schema")
                .put("type", "string")
                .put("minLength", 1)
                .put("maxLength", 255);
        ObjectNode problem = components.putObject("responses").putObject("Problem");
        problem.put("description", "What happened, to what, what to do (RFC 9457).");
        problem.putObject("content")
                .putObject("application/problem+json")
                .putObject("schema")
                .put("$ref", "#/components/schemas/Problem");
        return components;
    }

    private static ObjectNode problem() {
        ObjectNode schema = JSON.objectNode().put("type", "object");
        schema.put("description", "RFC 9457 problem details.");
        ArrayNode required = schema.putArray("required");
        Set.of("type", "title", "status", "detail", "instance", "code", "correlationId", "timestamp").stream()
                .sorted()
                .forEach(required::add);
        ObjectNode properties = schema.putObject("properties");
        for (String text : new String[] {"type", "title", "detail", "instance", "code", "correlationId"}) {
            properties.putObject(text).put("type", "string");
        }
        properties.putObject("status").put("type", "integer");
        properties.putObject("timestamp").put("type", "string").put("format", "date-time");
        properties.putObject("retryAfter").put("type", "integer").put("description", "Seconds.");
        properties.putObject("remainingAttempts").put("type", "integer");
        ObjectNode error = properties
                .putObject("errors")
                .put("type", "array")
                .putObject("items")
                .put("type", "object");
        for (String text : new String[] {"pointer", "code", "detail"}) {
            error.withObject("/properties").putObject(text).put("type", "string");
        }
        return schema;
    }

    private Map<String, RoutePolicy> routes() {
        return router.uriRoutes()
                .map(policies::read)
                .collect(Collectors.toMap(
                        route -> OpenApi.key(route.method(), route.template()), route -> route, (one, other) -> one));
    }

    /** Not in the order of the class path: the documents that are written from it must not depend on the machine. */
    private static List<JsonNode> documents() {
        return CompiledDocuments.read().stream()
                .sorted(Comparator.comparing(JsonNode::toString))
                .toList();
    }

    private static ObjectNode sorted(ObjectNode object) {
        ObjectNode sorted = JSON.objectNode();
        object.properties().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(e -> sorted.set(e.getKey(), e.getValue()));
        return sorted;
    }

    /** As a part of a JSON Pointer (RFC 6901 §3). */
    private static String escaped(String path) {
        return path.replace("~", "~0").replace("/", "~1");
    }
}
