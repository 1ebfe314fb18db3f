package org.tctf.app.console;

import io.micronaut.http.HttpRequest;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Problem;

/** How query parameters are read, alike everywhere. */
public final class Parameters {
    private static final int MAX = 100;

    private Parameters() {}

    /** @throws Problem {@code INVALID_LIMIT} */
    public static int limit(int asked) {
        if (asked < 1 || asked > MAX) {
            throw Problem.invalid("INVALID_LIMIT", "limit %d: use 1 to %d.".formatted(asked, MAX))
                    .at("/limit");
        }
        return asked;
    }

    /** All query parameters; of one that is given twice the first. */
    public static Map<String, String> all(HttpRequest<?> request) {
        Map<String, String> all = new HashMap<>();
        request.getParameters().forEach((name, values) -> all.put(name, values.getFirst()));
        return all;
    }

    /** @throws Problem {@code INVALID_TIME} */
    public static @Nullable Instant instant(String name, @Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : Instant.parse(text);
        } catch (DateTimeParseException notAnInstant) {
            throw Problem.invalid("INVALID_TIME", "%s is an instant such as 2026-01-31T12:00:00Z.".formatted(name))
                    .at("/" + name);
        }
    }
}
