package org.tctf.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tctf.kernel.Problem;

/** That what OpenAPI 3.0 says is what JSON Schema 2020-12 checks, where the two say it differently. */
class OpenApiSchemasTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final JsonNode DOCUMENT = json("""
            {"components": {"schemas": {
              "Tree": {"type": "object", "required": ["name"], "properties": {
                "name": {"type": "string"},
                "children": {"type": "array", "items": {"$ref": "#/components/schemas/Tree"}}}},
              "Animal": {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}},
              "Dog": {"allOf": [{"$ref": "#/components/schemas/Animal"},
                {"type": "object", "properties": {"barks": {"type": "boolean"}}}]},
              "Id": {"type": "object", "properties": {"value": {"type": "string", "minLength": 2}}},
              "Pet": {"oneOf": [{"$ref": "#/components/schemas/Dog"}, {"$ref": "#/components/schemas/Tree"}]}
            }}}
            """);

    @Test
    void aSchemaMayReferToItself() {
        assertThat(errors(ref("Tree"), "{'name':'a','children':[{'name':'b','children':[]}]}"))
                .isEmpty();
        assertThat(errors(ref("Tree"), "{'name':'a','children':[{'name':'b','x':1}]}"))
                .containsExactly("/children/0/x UNKNOWN_FIELD");
    }

    @Test
    void partsOfAWholeTakeEachOthersFieldsAndNoOthers() {
        assertThat(errors(ref("Dog"), "{'name':'Rex','barks':true}")).isEmpty();
        assertThat(errors(ref("Dog"), "{'name':'Rex','barks':true,'meows':false}"))
                .containsExactly("/meows UNKNOWN_FIELD");
        assertThat(errors(ref("Animal"), "{'name':'Rex','barks':true}")).containsExactly("/barks UNKNOWN_FIELD");
    }

    @Test
    void oneOfSeveralIsTakenAsAnyOfThem() {
        assertThat(errors(ref("Pet"), "{'name':'Rex','barks':true}")).isEmpty();
        assertThat(errors(ref("Pet"), "{'nothing':'fits'}")).isNotEmpty();
    }

    @Test
    void aNullableReferenceTakesNullAndElseWhatItRefersTo() {
        String nullable = "{'nullable':true,'allOf':[{'$ref':'#/components/schemas/Animal'}]}";

        assertThat(errors(nullable, "null")).isEmpty();
        assertThat(errors(nullable, "{'name':'Rex'}")).isEmpty();
        assertThat(errors(nullable, "{}")).containsExactly("/name REQUIRED");
        assertThat(errors("{'type':'string'}", "null")).containsExactly(" WRONG_TYPE");
    }

    @Test
    void exclusiveBoundsAreBounds() {
        String positive = "{'type':'number','minimum':0,'exclusiveMinimum':true}";

        assertThat(errors(positive, "0.1")).isEmpty();
        assertThat(errors(positive, "0")).containsExactly(" TOO_SMALL");
        assertThat(errors("{'type':'number','minimum':0,'exclusiveMinimum':false}", "0"))
                .isEmpty();
    }

    @Test
    void anInt32HasItsBounds() {
        assertThat(errors("{'type':'integer','format':'int32'}", "2147483648")).containsExactly(" TOO_LARGE");
        assertThat(errors("{'type':'integer','format':'int64'}", "2147483648")).isEmpty();
    }

    @Test
    void aRecordWithASingleValueIsThatValue() {
        assertThat(errors(ref("Id"), "'ab'")).isEmpty();
        assertThat(errors(ref("Id"), "'a'")).containsExactly(" TOO_SHORT");
    }

    @Test
    void aMapTakesAnyNamesAndChecksTheirValues() {
        String map = "{'type':'object','additionalProperties':{'type':'integer'}}";

        assertThat(errors(map, "{'a':1,'b':2}")).isEmpty();
        assertThat(errors(map, "{'a':'x'}")).containsExactly("/a WRONG_TYPE");
    }

    private static List<String> errors(String schema, String value) {
        return Schema.of(json(schema), DOCUMENT).errors(json(value), "").stream()
                .map(OpenApiSchemasTest::words)
                .toList();
    }

    private static String words(Problem.FieldError error) {
        return error.pointer() + " " + error.code();
    }

    private static String ref(String name) {
        return "{'$ref':'#/components/schemas/" + name + "'}";
    }

    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(text, broken);
        }
    }
}
