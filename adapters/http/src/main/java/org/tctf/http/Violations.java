package org.tctf.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.tctf.kernel.Problem;

/** Says a broken schema rule in a stable code and a sentence for people. The value itself is never repeated. */
final class Violations {

    private Violations() {}

    static Problem.FieldError of(ValidationMessage broken, String at) {
        String pointer = at + broken.getInstanceLocation();
        JsonNode rule = broken.getSchemaNode();
        return switch (broken.getType()) {
            case "required" -> error(child(pointer, broken), "REQUIRED", "It is missing.");
            case "additionalProperties", "unevaluatedProperties" ->
                error(child(pointer, broken), "UNKNOWN_FIELD", "There is no such field; leave it out.");
            case "type" -> error(pointer, "WRONG_TYPE", "It must be of type %s.".formatted(words(rule)));
            case "minLength" -> error(pointer, "TOO_SHORT", "It needs at least %s characters.".formatted(words(rule)));
            case "maxLength" -> error(pointer, "TOO_LONG", "It may have at most %s characters.".formatted(words(rule)));
            case "pattern" -> error(pointer, "PATTERN", "It must match %s".formatted(words(rule)));
            case "format" -> error(pointer, "FORMAT", "It must be in the format %s.".formatted(words(rule)));
            case "enum", "const" -> error(pointer, "NOT_ALLOWED", "It must be one of %s.".formatted(words(rule)));
            case "minimum", "exclusiveMinimum" ->
                error(pointer, "TOO_SMALL", "It must be %s %s.".formatted(bound(broken, "at least"), words(rule)));
            case "maximum", "exclusiveMaximum" ->
                error(pointer, "TOO_LARGE", "It must be %s %s.".formatted(bound(broken, "at most"), words(rule)));
            case "multipleOf" ->
                error(pointer, "NOT_A_MULTIPLE", "It must be a multiple of %s.".formatted(words(rule)));
            case "minItems", "minProperties" ->
                error(pointer, "TOO_FEW", "It needs at least %s entries.".formatted(words(rule)));
            case "maxItems", "maxProperties" ->
                error(pointer, "TOO_MANY", "It may have at most %s entries.".formatted(words(rule)));
            case "uniqueItems" -> error(pointer, "NOT_UNIQUE", "Each entry may be there once.");
            default -> error(pointer, "NOT_ALLOWED", "It does not have one of the forms that are allowed here.");
        };
    }

    private static Problem.FieldError error(String pointer, String code, String detail) {
        return new Problem.FieldError(pointer, code, detail);
    }

    private static String bound(ValidationMessage broken, String inclusive) {
        return switch (broken.getType()) {
            case "exclusiveMinimum" -> "more than";
            case "exclusiveMaximum" -> "less than";
            default -> inclusive;
        };
    }

    private static String child(String pointer, ValidationMessage broken) {
        String name = String.valueOf(broken.getProperty());
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    private static String words(JsonNode rule) {
        return rule.isArray()
                ? StreamSupport.stream(rule.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(", "))
                : rule.asText();
    }
}
