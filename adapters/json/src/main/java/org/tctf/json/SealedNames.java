package org.tctf.json;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.DatabindContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.jsontype.TypeResolverBuilder;
import com.fasterxml.jackson.databind.jsontype.impl.StdTypeResolverBuilder;
import com.fasterxml.jackson.databind.jsontype.impl.TypeIdResolverBase;
import java.io.IOException;
import java.util.Map;

/** Says and reads which record of a sealed interface a JSON object is. */
final class SealedNames extends TypeIdResolverBase {
    static final String PROPERTY = "type";

    private final Map<String, Class<?>> records;

    private SealedNames(Map<String, Class<?>> records) {
        this.records = records;
    }

    static TypeResolverBuilder<?> resolver(Class<?> type) {
        StdTypeResolverBuilder builder = new StdTypeResolverBuilder()
                .init(JsonTypeInfo.Id.CUSTOM, new SealedNames(Shapes.recordsOf(type)))
                .inclusion(JsonTypeInfo.As.PROPERTY)
                .typeProperty(PROPERTY);
        return type.isRecord() ? builder.defaultImpl(type) : builder;
    }

    @Override
    public String idFromValue(Object value) {
        return value.getClass().getSimpleName();
    }

    @Override
    public String idFromValueAndType(Object value, Class<?> suggestedType) {
        return suggestedType.getSimpleName();
    }

    @Override
    public JavaType typeFromId(DatabindContext context, String id) throws IOException {
        Class<?> record = records.get(id);
        if (record == null) {
            throw new InvalidTypeIdException(
                    null, "type must be one of " + records.keySet(), context.constructType(Record.class), id);
        }
        return context.constructType(record);
    }

    @Override
    public JsonTypeInfo.Id getMechanism() {
        return JsonTypeInfo.Id.CUSTOM;
    }
}
