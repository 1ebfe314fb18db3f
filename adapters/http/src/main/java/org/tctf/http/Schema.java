package org.tctf.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.util.List;
import java.util.Locale;
import org.tctf.kernel.Problem;

/** A schema of an OpenAPI document, ready to check with. Formats are assertions; all errors are found, not the first. */
final class Schema {
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final SchemaValidatorsConfig CONFIG = SchemaValidatorsConfig.builder()
            .formatAssertionsEnabled(true)
            .pathType(PathType.JSON_POINTER)
            .locale(Locale.ROOT)
            .build();

    private final JsonSchema compiled;

    private Schema(JsonSchema compiled) {
        this.compiled = compiled;
    }

    /** @param document the OpenAPI document that the schema is from */
    static Schema of(JsonNode schema, JsonNode document) {
        return new Schema(FACTORY.getSchema(OpenApiSchemas.selfContained(schema, document), CONFIG));
    }

    /** @param schema one that needs no document around it */
    static Schema of(JsonNode schema) {
        return new Schema(FACTORY.getSchema(schema, CONFIG));
    }

    /** @param at where the value lies in the request: empty for the body */
    List<Problem.FieldError> errors(JsonNode value, String at) {
        return compiled.validate(value).stream()
                .map(message -> Violations.of(message, at))
                .toList();
    }
}
