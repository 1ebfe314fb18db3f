package org.tctf.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** One type's and version's schema, compiled. */
final class EventSchema {
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    // Schemas name themselves by their path ($id: events/USER_CREATED.v1.json), which needs something to be relative
    // to.
    private static final SchemaLocation BASE = SchemaLocation.of("https://schemas.tctf.org/schema.json");
    private static final SchemaValidatorsConfig CONFIG = SchemaValidatorsConfig.builder()
            .formatAssertionsEnabled(true)
            .pathType(PathType.JSON_POINTER)
            .locale(Locale.ROOT)
            .build();

    private final JsonNode document;
    private final JsonSchema compiled;
    private final SecretFields secrets;

    private EventSchema(JsonNode document, JsonSchema compiled, SecretFields secrets) {
        this.document = document;
        this.compiled = compiled;
        this.secrets = secrets;
    }

    static EventSchema of(JsonNode document) {
        return new EventSchema(document, FACTORY.getSchema(BASE, document, CONFIG), SecretFields.of(document));
    }

    JsonNode document() {
        return document.deepCopy();
    }

    List<String> secretFields() {
        return secrets.pointers();
    }

    void hideSecrets(JsonNode data) {
        secrets.hideIn(data);
    }

    /** @throws IllegalStateException when the data doesn't fit; every wrong field with its reason */
    void check(String name, JsonNode data) {
        Set<ValidationMessage> wrong = compiled.validate(data);
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("%s does not fit its schema: %s"
                    .formatted(name, wrong.stream().map(this::reason).collect(Collectors.joining("; "))));
        }
    }

    private String reason(ValidationMessage wrong) {
        String pointer = wrong.getInstanceLocation().toString();
        // The validator's sentences quote patterns, limits and sometimes the value: of a secret only the rule is named.
        return secrets.covers(pointer)
                ? "%s breaks '%s'".formatted(pointer, wrong.getType())
                : "%s %s".formatted(pointer.isEmpty() ? "/" : pointer, wrong.getError());
    }
}
