package org.tctf.http;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.OptionalLong;

/** Reads the {@code version} of an answer, if it is a record that has one; each class is looked at once. */
final class Versions {
    private static final MethodType READ = MethodType.methodType(long.class, Object.class);
    private static final MethodHandle NONE =
            MethodHandles.dropArguments(MethodHandles.constant(long.class, -1L), 0, Object.class);

    private static final ClassValue<MethodHandle> READERS = new ClassValue<>() {
        @Override
        protected MethodHandle computeValue(Class<?> type) {
            if (!type.isRecord()) {
                return NONE;
            }
            for (RecordComponent component : type.getRecordComponents()) {
                if (component.getName().equals("version") && isWhole(component.getType())) {
                    return reader(component.getAccessor());
                }
            }
            return NONE;
        }
    };

    private Versions() {}

    static OptionalLong of(Object answer) {
        try {
            long version = (long) READERS.get(answer.getClass()).invokeExact(answer);
            return version < 0 ? OptionalLong.empty() : OptionalLong.of(version);
        } catch (Throwable thrown) {
            throw new IllegalStateException("cannot read the version of a " + answer.getClass(), thrown);
        }
    }

    private static boolean isWhole(Class<?> type) {
        return type == long.class || type == int.class;
    }

    private static MethodHandle reader(Method accessor) {
        try {
            // Views are package-private; the pipeline may look into them as the JSON writer does.
            accessor.setAccessible(true);
            return MethodHandles.lookup().unreflect(accessor).asType(READ);
        } catch (IllegalAccessException notOpen) {
            throw new IllegalStateException("cannot read " + accessor, notOpen);
        }
    }
}
