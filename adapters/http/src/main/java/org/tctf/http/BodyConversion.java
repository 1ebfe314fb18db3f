package org.tctf.http;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.convert.MutableConversionService;
import io.micronaut.core.convert.TypeConverterRegistrar;
import io.micronaut.core.type.Argument;
import io.micronaut.jackson.JacksonConfiguration;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;

/** Turns a body that was read into what a controller's parameter asks for: a record, the bytes, the text or the tree. */
@Singleton
final class BodyConversion implements TypeConverterRegistrar {
    private final ObjectMapper mapper;

    BodyConversion(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public void register(MutableConversionService conversions) {
        conversions.addConverter(RequestBody.class, byte[].class, (body, type, context) -> Optional.of(body.bytes()));
        conversions.addConverter(RequestBody.class, String.class, (body, type, context) -> Optional.of(body.text()));
        conversions.addConverter(RequestBody.class, Object.class, this::bind);
    }

    private Optional<Object> bind(RequestBody body, Class<Object> type, ConversionContext context) {
        JsonNode json = body.json();
        if (json == null) {
            return Optional.empty();
        }
        Argument<?> target =
                context instanceof ArgumentConversionContext<?> typed ? typed.getArgument() : Argument.of(type);
        JavaType javaType = JacksonConfiguration.constructType(target, mapper.getTypeFactory());
        try {
            return Optional.ofNullable(mapper.readerFor(javaType).readValue(json));
        } catch (IOException doesNotFit) {
            context.reject(doesNotFit);
            return Optional.empty();
        }
    }
}
