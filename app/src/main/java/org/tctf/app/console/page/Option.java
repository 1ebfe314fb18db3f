package org.tctf.app.console.page;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One choice of a select. */
record Option(String value, boolean selected) {

    static List<Option> of(Collection<String> values, @Nullable String selected) {
        return values.stream()
                .map(value -> new Option(value, value.equals(selected)))
                .toList();
    }
}
