package org.tctf.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.io.IOException;
import java.util.stream.Collectors;

/**
 * Why a text is not a value, said without quoting it. Jackson's own sentences do quote, and what they quote may be a
 * secret on its way into a log; so they are not even kept as the cause.
 */
final class Misfit {
    private Misfit() {}

    static IllegalArgumentException of(Class<?> type, IOException why) {
        String what = "this is not a %s: ".formatted(type.getSimpleName());
        return switch (why) {
            case StreamReadException noJson -> {
                JsonLocation at = noJson.getLocation();
                yield new IllegalArgumentException(
                        what + "no JSON at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr()));
            }
            // The domain itself said no, in its own words.
            case ValueInstantiationException refused ->
                new IllegalArgumentException(what + refused.getOriginalMessage(), refused.getCause());
            case InvalidTypeIdException unknown -> new IllegalArgumentException(what + unknown.getOriginalMessage());
            case InvalidNullException missing -> new IllegalArgumentException(what + missing.getOriginalMessage());
            case JsonMappingException wrong
            when wrong.getOriginalMessage().startsWith("Missing required") ->
                new IllegalArgumentException(what + wrong.getOriginalMessage());
            case JsonMappingException wrong -> new IllegalArgumentException(what + pointer(wrong) + " does not fit");
            default -> new IllegalArgumentException(what + why.getClass().getSimpleName());
        };
    }

    private static String pointer(JsonMappingException wrong) {
        String pointer = wrong.getPath().stream()
                .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                .collect(Collectors.joining());
        return pointer.isEmpty() ? "it" : pointer;
    }
}
