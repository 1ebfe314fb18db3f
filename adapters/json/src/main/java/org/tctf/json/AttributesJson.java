package org.tctf.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stored item's attributes (strings, {@link BigDecimal}, booleans, byte arrays, lists, maps) as JSON text and back,
 * each value exactly. Bytes are {@code {"": "<Base64>"}}: an attribute's name is never empty, so nothing else looks so.
 */
public final class AttributesJson {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final SerializedString BYTES = new SerializedString("");

    private AttributesJson() {}

    /** @throws IllegalArgumentException when a value is of another type, or a name is empty */
    public static byte[] toBytes(Map<String, Object> attributes) {
        try (ByteArrayBuilder bytes = new ByteArrayBuilder(512)) {
            try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
                write(attributes, json);
            }
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory failed", impossible);
        }
    }

    /** @throws IllegalArgumentException when these are not bytes that {@link #toBytes} made */
    public static Map<String, Object> fromBytes(byte[] text) {
        try (JsonParser json = FACTORY.createParser(text)) {
            json.nextToken();
            return readObject(json);
        } catch (IOException damaged) {
            throw new IllegalArgumentException("stored attributes are damaged", damaged);
        }
    }

    static void write(Map<?, ?> map, JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (var entry : map.entrySet()) {
            String name = entry.getKey().toString();
            if (name.isEmpty()) {
                throw new IllegalArgumentException("an attribute has an empty name; name it");
            }
            json.writeFieldName(name);
            writeValue(name, entry.getValue(), json);
        }
        json.writeEndObject();
    }

    /** The object that the parser stands at the beginning of. */
    static Map<String, Object> readObject(JsonParser json) throws IOException {
        if (!json.isExpectedStartObjectToken()) {
            throw new IllegalArgumentException("attributes are an object, not %s".formatted(json.currentToken()));
        }
        Map<String, Object> map = new LinkedHashMap<>();
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            json.nextToken();
            Object value = readValue(json);
            if (value != null) {
                map.put(name, value);
            }
        }
        return map;
    }

    private static void writeValue(String name, @Nullable Object value, JsonGenerator json) throws IOException {
        switch (value) {
            case null -> json.writeNull();
            case String text -> json.writeString(text);
            case BigDecimal number -> writeNumber(number, json);
            case Boolean flag -> json.writeBoolean(flag);
            case byte[] bytes -> writeBytes(bytes, json);
            case Map<?, ?> map -> write(map, json);
            case List<?> list -> {
                json.writeStartArray();
                for (Object element : list) {
                    writeValue(name, element, json);
                }
                json.writeEndArray();
            }
            default ->
                throw new IllegalArgumentException(
                        "attribute '%s' is a %s; use String, BigDecimal, Boolean, byte[], List or Map"
                                .formatted(name, value.getClass().getName()));
        }
    }

    private static void writeNumber(BigDecimal number, JsonGenerator json) throws IOException {
        // A whole number goes as one, so that a record's int or long takes it.
        if (number.scale() == 0 && number.precision() <= 18) {
            json.writeNumber(number.longValue());
        } else {
            json.writeNumber(number);
        }
    }

    private static void writeBytes(byte[] bytes, JsonGenerator json) throws IOException {
        if (json.canWriteBinaryNatively()) {
            json.writeBinary(bytes);
            return;
        }
        json.writeStartObject();
        json.writeFieldName(BYTES);
        json.writeString(Base64.getEncoder().encodeToString(bytes));
        json.writeEndObject();
    }

    private static @Nullable Object readValue(JsonParser json) throws IOException {
        JsonToken token = json.currentToken();
        return switch (token) {
            case VALUE_STRING -> json.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getDecimalValue();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> null;
            case START_ARRAY -> readList(json);
            case START_OBJECT -> readMapOrBytes(json);
            case VALUE_EMBEDDED_OBJECT -> Base64.getEncoder().encodeToString(json.getBinaryValue());
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME ->
                throw new IllegalArgumentException("a value was expected, not " + token);
        };
    }

    private static List<@Nullable Object> readList(JsonParser json) throws IOException {
        List<@Nullable Object> list = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            list.add(readValue(json));
        }
        return list;
    }

    private static Object readMapOrBytes(JsonParser json) throws IOException {
        Map<String, Object> map = readObject(json);
        return map.size() == 1 && map.get("") instanceof String bytes
                ? Base64.getDecoder().decode(bytes)
                : map;
    }
}
