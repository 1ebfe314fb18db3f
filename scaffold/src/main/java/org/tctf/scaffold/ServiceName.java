package org.tctf.scaffold;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A new service's name in the spellings that its files need. */
record ServiceName(String value) {
    private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*");
    private static final int MAX = 40;

    ServiceName {
        if (!KEBAB.matcher(value).matches() || value.length() > MAX) {
            throw new IllegalArgumentException(
                    "'%s' is no service name; it looks like code-review: lower case words with hyphens, at most %d characters"
                            .formatted(value, MAX));
        }
    }

    /** {@code code-review} in {@code modules/code-review}, {@code codereview} in packages, {@code CodeReview} in classes. */
    String fill(String text) {
        return text.replace("__name__", value)
                .replace("__package__", value.replace("-", ""))
                .replace("__Name__", pascal())
                .replace("__TYPE__", value.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    private String pascal() {
        return Arrays.stream(value.split("-"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }
}
