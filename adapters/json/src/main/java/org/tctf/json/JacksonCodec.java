package org.tctf.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.Map;
import org.tctf.kernel.Codec;

/**
 * The one reading of the domain's types, for events, stored items and HTTP bodies alike; {@link Codec} says how each
 * shape is written. On the way back a component that is neither {@code @Nullable} nor {@code Optional} must be there:
 * a record in a {@code @NullMarked} package never holds a null that its type denies.
 *
 * <p>Safe for concurrent use; making one takes some milliseconds, so keep it.
 */
public final class JacksonCodec implements Codec {
    private final ObjectMapper mapper = lenient().build();

    /** The mapper behind this codec, for whoever streams or needs a tree. Don't configure it. */
    public ObjectMapper mapper() {
        return mapper;
    }

    /**
     * A mapper for what comes from outside: the same shapes, but unknown fields, duplicate fields, text after the end,
     * numbers in quotes and fractions for whole numbers are refused.
     */
    public static ObjectMapper strictMapper() {
        return lenient()
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(
                        LogicalType.Textual,
                        text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
    }

    @Override
    public String toJson(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException notWritable) {
            throw unwritable(value, notWritable);
        }
    }

    @Override
    public <T> T fromJson(String json, Class<T> type) {
        try {
            return required(mapper.readValue(json, type), type);
        } catch (JsonProcessingException misfit) {
            throw Misfit.of(type, misfit);
        }
    }

    @Override
    public Map<String, Object> toAttributes(Object value) {
        try (TokenBuffer tokens = new TokenBuffer(mapper, false)) {
            mapper.writeValue(tokens, value);
            try (JsonParser parser = tokens.asParserOnFirstToken()) {
                return AttributesJson.readObject(parser);
            }
        } catch (IOException notWritable) {
            throw unwritable(value, notWritable);
        }
    }

    @Override
    public <T> T fromAttributes(Map<String, Object> attributes, Class<T> type) {
        try (TokenBuffer tokens = new TokenBuffer(mapper, false)) {
            AttributesJson.write(attributes, tokens);
            try (JsonParser parser = tokens.asParser(mapper)) {
                return required(mapper.readValue(parser, type), type);
            }
        } catch (IOException misfit) {
            throw Misfit.of(type, misfit);
        }
    }

    private static JsonMapper.Builder lenient() {
        AnnotationIntrospector explicitThenByShape =
                AnnotationIntrospector.pair(new JacksonAnnotationIntrospector(), new ShapeIntrospector());
        // Virtual threads end with their request, so buffers kept for each thread would be made anew for each request.
        JsonFactory factory = JsonFactory.builder()
                .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
                .build();
        return JsonMapper.builder(factory)
                .annotationIntrospector(explicitThenByShape)
                .accessorNaming(new ComponentNaming.Provider())
                .addModules(new JavaTimeModule(), new Jdk8Module(), new KernelModule())
                .serializationInclusion(JsonInclude.Include.NON_ABSENT)
                .disable(
                        SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
                        SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS,
                        SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .disable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                // What is in the text stays out of the messages: it may be a secret, and messages reach logs.
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION);
    }

    private static <T> T required(T value, Class<T> type) {
        if (value == null) {
            throw new IllegalArgumentException("null is not a " + type.getSimpleName());
        }
        return value;
    }

    private static IllegalArgumentException unwritable(Object value, IOException cause) {
        return new IllegalArgumentException(
                "a %s cannot be written as JSON: %s".formatted(value.getClass().getSimpleName(), cause.getMessage()),
                cause);
    }
}
