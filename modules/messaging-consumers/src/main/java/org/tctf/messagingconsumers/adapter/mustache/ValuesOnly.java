package org.tctf.messagingconsumers.adapter.mustache;

import com.github.mustachejava.Binding;
import com.github.mustachejava.Code;
import com.github.mustachejava.MustacheException;
import com.github.mustachejava.TemplateContext;
import com.github.mustachejava.codes.ValueCode;
import com.github.mustachejava.reflect.BaseObjectHandler;
import com.github.mustachejava.util.Wrapper;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A name stands for the value in the map that was given, and for nothing else: by reflection, which is Mustache's usual way,
 * {@code {{name.getClass}}} would call a method. A section asks whether there is a value; to show one that is not there is a
 * mistake.
 */
final class ValuesOnly extends BaseObjectHandler {

    @Override
    public Wrapper find(String name, List<Object> scopes) {
        return now -> value(name, now);
    }

    @Override
    public Binding createBinding(String name, TemplateContext context, Code code) {
        return code instanceof ValueCode
                ? scopes -> {
                    Object value = value(name, scopes);
                    if (value == null) {
                        throw new MustacheException("there is no {{%.40s}} to show".formatted(name));
                    }
                    return value;
                }
                : scopes -> value(name, scopes);
    }

    private static @Nullable Object value(String name, List<Object> scopes) {
        for (Object scope : scopes) {
            if (scope instanceof Map<?, ?> values) {
                return values.get(name);
            }
        }
        return null;
    }
}
