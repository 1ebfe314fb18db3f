package org.tctf.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** Puts something around a port. */
final class Ports {
    private Ports() {}

    /** What happens in place of a call, or around it. */
    interface Handling {
        @Nullable
        Object handle(Method method, @Nullable Object @Nullable [] arguments);
    }

    static <T> T around(Class<T> port, Handling handling) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(),
                new Class<?>[] {port},
                (_, method, arguments) -> handling.handle(method, arguments)));
    }

    /** The call as it was meant, throwing what it throws. */
    static @Nullable Object call(Method method, Object twin, @Nullable Object @Nullable [] arguments) {
        try {
            return method.invoke(twin, arguments);
        } catch (InvocationTargetException failed) {
            switch (failed.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new AssertionError(failed);
            }
        } catch (IllegalAccessException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
