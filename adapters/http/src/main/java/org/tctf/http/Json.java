package org.tctf.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.micronaut.core.type.Argument;
import io.micronaut.jackson.JacksonConfiguration;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Writes answers, as the type that the route declares: a list of a sealed type keeps its elements' type names. */
@Singleton
final class Json {
    private final ObjectMapper mapper;
    private final Map<Argument<?>, ObjectWriter> writers = new ConcurrentHashMap<>();

    Json(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** @throws IllegalStateException when it cannot be written: a bug of the answer's type */
    byte[] bytes(Object value) {
        return write(mapper.writer(), value);
    }

    /** @throws IllegalStateException when it cannot be written: a bug of the answer's type */
    byte[] bytes(Object value, Argument<?> declared) {
        return declared.getType() != Object.class && declared.isInstance(value)
                ? write(writers.computeIfAbsent(declared, this::writer), value)
                : bytes(value);
    }

    private ObjectWriter writer(Argument<?> declared) {
        return mapper.writerFor(JacksonConfiguration.constructType(declared, mapper.getTypeFactory()));
    }

    private static byte[] write(ObjectWriter writer, Object value) {
        try {
            return writer.writeValueAsBytes(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("cannot write a %s as JSON".formatted(value.getClass()), unwritable);
        }
    }
}
