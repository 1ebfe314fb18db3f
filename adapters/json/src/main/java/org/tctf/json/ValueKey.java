package org.tctf.json;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;

/** Makes a value record of a map's key: its component is read from the text, and the record made of it. */
final class ValueKey extends KeyDeserializer {
    private final Class<?> component;
    private final Constructor<?> constructor;

    ValueKey(Class<?> record) {
        component = record.getRecordComponents()[0].getType();
        try {
            constructor = record.getDeclaredConstructor(component);
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(record + " has no canonical constructor", impossible);
        }
        constructor.setAccessible(true);
    }

    @Override
    public Object deserializeKey(String key, DeserializationContext context) throws IOException {
        Object value = component == String.class
                ? key
                : context.findKeyDeserializer(context.constructType(component), null)
                        .deserializeKey(key, context);
        try {
            return constructor.newInstance(value);
        } catch (InvocationTargetException refused) {
            throw context.instantiationException(constructor.getDeclaringClass(), refused.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(constructor + " cannot be called", impossible);
        }
    }
}
