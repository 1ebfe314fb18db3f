package org.tctf.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published documents are valid, and say enough to be used without asking (ADR 2, ADR 11). */
class ApiDocumentsLintTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FOLDER = Repository.root().resolve("docs/generated");

    static Stream<Path> openApi() throws IOException {
        return Files.list(FOLDER.resolve("openapi")).sorted();
    }

    static Stream<Path> asyncApi() throws IOException {
        return Files.list(FOLDER.resolve("asyncapi")).sorted();
    }

    @ParameterizedTest
    @MethodSource("openApi")
    void anOpenApiDocumentIsValid(Path file) throws IOException {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        var parsed = new OpenAPIV3Parser().readContents(Files.readString(file), null, options);

        assertThat(parsed.getMessages()).isEmpty();
        assertThat(parsed.getOpenAPI()).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("openApi")
    void everyOperationSaysWhatItDoesAndWhatItAnswers(Path file) throws IOException {
        List<String> faults = new ArrayList<>();
        Map<String, String> ids = new TreeMap<>();
        operations(file, (name, operation) -> {
            if (!operation.path("summary").asText().endsWith(".")) {
                faults.add(name + " has no summary; say in the controller's Javadoc what it does");
            }
            String other = ids.put(operation.path("operationId").asText(), name);
            if (other != null) {
                faults.add("%s and %s have one operationId; give one method another name".formatted(name, other));
            }
            if (!operation.has("security")) {
                faults.add(name + " doesn't say who may call it");
            }
            boolean answers = operation.path("responses").properties().stream()
                    .anyMatch(r -> r.getKey().matches("[23].*"));
            if (!answers || !operation.path("responses").has("default")) {
                faults.add(name + " doesn't say what it answers");
            }
            if (!name.matches("\\w+ /(v1|oauth|\\.well-known)/.*")) {
                faults.add(name + " does not begin with /v1, /oauth or /.well-known");
            }
        });

        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("openApi")
    void everyTextThatComesInHasABound(Path file) throws IOException {
        JsonNode document = JSON.readTree(file.toFile());
        List<String> unbounded = new ArrayList<>();
        operations(file, (name, operation) -> {
            JsonNode body = operation.at("/requestBody/content/application~1json/schema");
            resolve(document, body).path("properties").properties().forEach(property -> {
                JsonNode schema = resolve(document, property.getValue());
                boolean isFreeText = schema.path("type").asText().equals("string")
                        && !schema.has("maxLength")
                        && !schema.has("enum")
                        && !schema.has("pattern")
                        && !schema.has("format");
                if (isFreeText) {
                    unbounded.add("%s %s".formatted(name, property.getKey()));
                }
            });
        });

        assertThat(unbounded).as("texts without @Size or @Pattern").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("asyncApi")
    void anAsyncApiDocumentIsValid(Path file) throws IOException {
        try (InputStream in = getClass().getResourceAsStream("/asyncapi/asyncapi-3.0.0.schema.json")) {
            JsonSchema schema =
                    JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(in);

            assertThat(schema.validate(JSON.readTree(file.toFile())).stream().map(ValidationMessage::getMessage))
                    .isEmpty();
        }
    }

    private static JsonNode resolve(JsonNode document, JsonNode schema) {
        String reference = schema.path("$ref").asText();
        return reference.startsWith("#/") ? document.at(reference.substring(1)) : schema;
    }

    private static void operations(Path file, BiConsumer<String, JsonNode> visitor) throws IOException {
        JSON.readTree(file.toFile())
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> visitor.accept(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                operation.getValue())));
    }
}
