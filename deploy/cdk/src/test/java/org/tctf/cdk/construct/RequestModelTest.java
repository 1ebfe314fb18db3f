package org.tctf.cdk.construct;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tctf.cdk.Json;
import org.tctf.http.OpenApiSchemas;

/** The gateway refuses what it can, and nothing that the function would take. */
class RequestModelTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Every kind of schema that the compiler writes, in one. */
    private static final JsonNode DOCUMENT = Json.tree("""
            {"components": {"schemas": {
              "Form": {"type": "object", "required": ["name", "age"], "properties": {
                "name": {"type": "string", "minLength": 1, "maxLength": 5},
                "age": {"type": "integer", "format": "int32", "minimum": 0, "maximum": 99},
                "code": {"type": "string", "nullable": true, "pattern": "^[0-9]{2}$"},
                "word": {"type": "string", "pattern": "^\\\\p{L}+$"},
                "at": {"type": "string", "format": "date-time"},
                "share": {"type": "number", "minimum": 0, "exclusiveMinimum": true},
                "plan": {"$ref": "#/components/schemas/Plan"},
                "tier": {"nullable": true, "allOf": [{"$ref": "#/components/schemas/Plan"}]},
                "tags": {"type": "array", "maxItems": 2, "items": {"type": "string", "maxLength": 3}},
                "seen": {"type": "object", "additionalProperties": {"$ref": "#/components/schemas/Plan"}},
                "part": {"allOf": [{"$ref": "#/components/schemas/A.Part"}, {"$ref": "#/components/schemas/Other"}]},
                "either": {"oneOf": [{"$ref": "#/components/schemas/A.Part"}, {"$ref": "#/components/schemas/Other"}]},
                "neither": {"not": {"type": "string", "format": "email"}},
                "anything": {"type": "object"}}},
              "Plan": {"type": "string", "enum": ["SMALL", "LARGE"]},
              "A.Part": {"type": "object", "properties": {"a": {"type": "integer", "format": "int64"}}},
              "Other": {"type": "object", "properties": {"b": {"type": "boolean"}}}}}}
            """);

    private static final JsonNode SCHEMA = Json.tree("{\"$ref\": \"#/components/schemas/Form\"}");

    private final JsonSchema function = JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(
                    OpenApiSchemas.selfContained(SCHEMA, DOCUMENT),
                    SchemaValidatorsConfig.builder()
                            .formatAssertionsEnabled(true)
                            .build());
    private final JsonSchema gateway = JsonSchemaFactory.getInstance(VersionFlag.V4)
            .getSchema(RequestModel.draft4(OpenApiSchemas.selfContained(SCHEMA, DOCUMENT)));

    @Property(tries = 5_000)
    void whatTheGatewayRefusesTheFunctionWouldRefuseToo(@ForAll("bodies") Object body) {
        JsonNode json = MAPPER.valueToTree(body);

        if (!gateway.validate(json).isEmpty()) {
            assertThat(function.validate(json)).as(json.toString()).isNotEmpty();
        }
    }

    @Example
    void theGatewayRefusesWhatDraft4CanSay() {
        assertThat(refused("{'name': 'Ada', 'age': 36}")).isFalse();
        assertThat(refused("{'name': 'Ada', 'age': 36, 'code': null, 'tier': null, 'plan': 'SMALL'}"))
                .isFalse();
        assertThat(refused("{'name': 'Ada', 'age': 36, 'part': {'a': 1, 'b': true}}"))
                .isFalse();

        assertThat(refused("[]")).isTrue();
        assertThat(refused("{'name': 'Ada'}")).isTrue();
        assertThat(refused("{'name': '', 'age': 36}")).isTrue();
        assertThat(refused("{'name': 'Ada', 'age': 100}")).isTrue();
        assertThat(refused("{'name': 'Ada', 'age': 36.5}")).isTrue();
        assertThat(refused("{'name': 'Ada', 'age': 36, 'nickname': 'A'}")).isTrue();
        assertThat(refused("{'name': 'Ada', 'age': 36, 'code': 'abc'}")).isTrue();
        assertThat(refused("{'name': 'Ada', 'age': 36, 'share': 0}")).isTrue();
        assertThat(refused("{'name': 'Ada', 'age': 36, 'tier': 'HUGE'}")).isTrue();
        assertThat(refused("{'name': 'Ada', 'age': 36, 'tags': ['a', 'b', 'c']}"))
                .isTrue();
        assertThat(refused("{'name': 'Ada', 'age': 36, 'seen': {'x': 1}}")).isTrue();
        assertThat(refused("{'name': 'Ada', 'age': 36, 'part': {'a': 'one'}}")).isTrue();
    }

    @Example
    void whatDraft4CannotSayIsLeftToTheFunction() {
        assertThat(refused("{'name': 'Ada', 'age': 36, 'at': 'noon'}")).isFalse();
        assertThat(refused("{'name': 'Ada', 'age': 36, 'word': '123'}")).isFalse();
        assertThat(refused("{'name': 'Ada', 'age': 36, 'neither': 'ada@example.org'}"))
                .isFalse();
        assertThat(refused("{'name': 'Ada', 'age': 36, 'part': {'c': 1}}")).isFalse();
    }

    @Example
    void aModelIsSelfContainedAndReadableByDraft4() {
        String text = Json.text(RequestModel.draft4(OpenApiSchemas.selfContained(SCHEMA, DOCUMENT)));

        assertThat(text)
                .contains("\"$ref\":\"#/definitions/A_Part")
                .doesNotContain(
                        "$defs", "unevaluatedProperties", "nullable", "format", "description", "\"if\"", "\"not\"");
    }

    @Example
    void aBodyThatMayBeMissingIsNotChecked() {
        String operation =
                "{\"requestBody\": {%s\"content\": {\"application/json\": {\"schema\": {\"$ref\": \"#/components/schemas/Form\"}}}}}";

        assertThat(RequestModel.of(Json.tree(operation.formatted("\"required\": true, ")), DOCUMENT))
                .isPresent();
        assertThat(RequestModel.of(Json.tree(operation.formatted("")), DOCUMENT))
                .isEmpty();
    }

    private boolean refused(String body) {
        return !gateway.validate(Json.tree(body.replace('\'', '"'))).isEmpty();
    }

    @Provide
    Arbitrary<Object> bodies() {
        Arbitrary<Object> value = Arbitraries.of(
                "",
                "A",
                "Ada",
                "Ada Lovelace",
                "12",
                "1a",
                "SMALL",
                "HUGE",
                "2026-01-01T00:00:00Z",
                "noon",
                "a@b.de",
                0,
                1,
                -1,
                1.0,
                36.5,
                99,
                100,
                2147483648L,
                true,
                false,
                List.of(),
                List.of("a"),
                List.of("a", "b", "c"),
                List.of(1),
                Map.of(),
                Map.of("a", 1),
                Map.of("a", "x"),
                Map.of("b", true),
                Map.of("a", 1, "b", false),
                Map.of("x", "SMALL"),
                Map.of("x", "HUGE"));
        List<String> names = List.of(
                "name",
                "age",
                "code",
                "word",
                "at",
                "share",
                "plan",
                "tier",
                "tags",
                "seen",
                "part",
                "either",
                "neither",
                "anything",
                "unknown");
        Arbitrary<Map<String, Object>> extras =
                Arbitraries.maps(Arbitraries.of(names), value.injectNull(0.1)).ofMaxSize(4);
        // Half of them with what is needed, or else most would be refused for that alone.
        Arbitrary<Object> objects =
                extras.flatMap(map -> Arbitraries.of(true, false).map(isComplete -> {
                    Map<String, Object> body = new LinkedHashMap<>(map);
                    if (isComplete) {
                        body.putIfAbsent("name", "Ada");
                        body.putIfAbsent("age", 36);
                    }
                    return body;
                }));
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(20, objects), net.jqwik.api.Tuple.of(1, value));
    }
}
