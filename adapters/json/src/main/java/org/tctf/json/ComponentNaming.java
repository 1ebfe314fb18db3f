package org.tctf.json;

import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AccessorNamingStrategy;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.introspect.DefaultAccessorNamingStrategy;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A record's properties are its components and nothing else. Jackson's own rule also takes {@code isNegative()} and
 * {@code getX()} for properties; in a domain those are questions, not state.
 */
final class ComponentNaming extends AccessorNamingStrategy {

    static final class Provider extends DefaultAccessorNamingStrategy.Provider {
        private static final long serialVersionUID = 1L;

        @Override
        public AccessorNamingStrategy forRecord(MapperConfig<?> config, AnnotatedClass type) {
            return new ComponentNaming(type.getRawType());
        }
    }

    private final Set<String> components;

    private ComponentNaming(Class<?> type) {
        components = Arrays.stream(type.getRecordComponents())
                .map(component -> component.getName())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public @Nullable String findNameForRegularGetter(AnnotatedMethod method, String name) {
        return components.contains(name) ? name : null;
    }

    @Override
    public @Nullable String findNameForIsGetter(AnnotatedMethod method, String name) {
        return null;
    }

    @Override
    public @Nullable String findNameForMutator(AnnotatedMethod method, String name) {
        return null;
    }

    @Override
    public String modifyFieldName(com.fasterxml.jackson.databind.introspect.AnnotatedField field, String name) {
        return name;
    }
}
