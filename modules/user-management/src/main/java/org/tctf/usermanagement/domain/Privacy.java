package org.tctf.usermanagement.domain;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jmolecules.ddd.annotation.ValueObject;

/** Who sees which field, where the member has said so; the other fields have their initial visibility. */
@ValueObject
public record Privacy(Map<ProfileField, Visibility> value) {
    static final Privacy INITIAL = new Privacy(Map.of());

    public Privacy {
        value = Collections.unmodifiableMap(new TreeMap<>(value));
    }

    public Visibility of(ProfileField field) {
        return value.getOrDefault(field, field.initialVisibility());
    }
}
