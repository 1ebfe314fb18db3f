package org.tctf.app.console.page;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a template may ask for. Each list also answers {@code has…}, since a template cannot ask whether it is empty. */
final class Model {
    private final Map<String, Object> values = new HashMap<>();

    Model with(String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value);
        }
        return this;
    }

    /** A list, and {@code has<Name>} if there is anything in it. */
    Model list(String name, Collection<?> items) {
        String flag = "has" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
        return with(name, items).with(flag, !items.isEmpty());
    }

    Map<String, Object> values() {
        return values;
    }
}
