package org.tctf.app.console.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.service.Service;

/** The OpenAPI documents of all services on the class path, read when the first page needs them. */
@Singleton
public final class ApiDocuments {
    private static final String DOCUMENT = "META-INF/swagger/openapi.json";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private final ObjectMapper mapper = new ObjectMapper();
    private final ClassLoader resources = ApiDocuments.class.getClassLoader();
    private volatile @Nullable List<Operation> operations;

    /** Every operation, by service, path and method. */
    public List<Operation> all() {
        List<Operation> known = operations;
        if (known == null) {
            known = read();
            operations = known;
        }
        return known;
    }

    /** The operations of one service. */
    public List<Operation> of(String service) {
        return all().stream().filter(one -> one.service().equals(service)).toList();
    }

    public Optional<Operation> get(String id) {
        return all().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    private List<Operation> read() {
        List<Service> services = Service.all();
        List<Operation> found = new ArrayList<>();
        try {
            for (URL url : new ArrayList<>(java.util.Collections.list(resources.getResources(DOCUMENT)))) {
                try (InputStream document = url.openStream()) {
                    found.addAll(operations(service(url, services), mapper.readTree(document)));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("an OpenAPI document cannot be read", unreadable);
        }
        found.sort(Comparator.comparing(Operation::service)
                .thenComparing(Operation::path)
                .thenComparing(Operation::method));
        return List.copyOf(found);
    }

    /** A document belongs to the service whose class lies in the same jar or folder. */
    private static String service(URL document, List<Service> services) {
        return services.stream()
                .filter(service -> {
                    var source = service.getClass().getProtectionDomain().getCodeSource();
                    return source != null
                            && document.toString().contains(source.getLocation().toString());
                })
                .map(service -> service.definition().name())
                .findFirst()
                .orElse("platform");
    }

    private static List<Operation> operations(String service, JsonNode document) {
        ExampleBody examples = new ExampleBody(document);
        List<Operation> found = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .forEach(method -> found.add(
                                operation(service, path.getKey(), method.getKey(), method.getValue(), examples))));
        return found;
    }

    private static Operation operation(
            String service, String path, String method, JsonNode operation, ExampleBody examples) {
        String name = method.toUpperCase(java.util.Locale.ROOT);
        JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
        return new Operation(
                name + " " + path,
                service,
                name,
                path,
                firstSentence(operation
                        .path("summary")
                        .asText(operation.path("description").asText(""))),
                operation.path("description").asText(""),
                parameters(operation.path("parameters"), examples),
                schema.isMissingNode() ? null : examples.of(schema));
    }

    private static List<Operation.Parameter> parameters(JsonNode parameters, ExampleBody examples) {
        List<Operation.Parameter> found = new ArrayList<>();
        for (JsonNode parameter : parameters) {
            String name = parameter.path("name").asText();
            found.add(new Operation.Parameter(
                    name,
                    parameter.path("in").asText(),
                    parameter.path("required").asBoolean(),
                    parameter.path("description").asText(""),
                    parameter.path("required").asBoolean() ? examples.value(name, parameter.path("schema")) : ""));
        }
        return found;
    }

    private static String firstSentence(String text) {
        int end = text.indexOf(". ");
        return (end < 0 ? text : text.substring(0, end + 1)).strip();
    }

    /** All services that have operations. */
    public Set<String> services() {
        Set<String> names = new TreeSet<>();
        all().forEach(operation -> names.add(operation.service()));
        return names;
    }
}
