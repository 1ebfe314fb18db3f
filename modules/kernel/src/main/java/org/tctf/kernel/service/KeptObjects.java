package org.tctf.kernel.service;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A store of objects that a service has.
 *
 * @param name lower case words with hyphens, {@code exports}
 * @param keptFor whole days, at least one, after which an object is deleted; none = until the service deletes it
 */
public record KeptObjects(String name, @Nullable Duration keptFor) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int MAX_NAME = 30;

    /** For how long, in words. */
    public String time() {
        return keptFor == null ? "until they are deleted" : "for %d days".formatted(keptFor.toDays());
    }

    /** What the names of its objects begin with where several stores share a place. */
    public String folder() {
        return name + "/";
    }

    /** @throws IllegalArgumentException when the name is none, or the time is not one that S3's life cycles know */
    public KeptObjects {
        if (!NAME.matcher(name).matches() || name.length() > MAX_NAME) {
            throw new IllegalArgumentException(
                    "objects '%s': name them by lower case words with hyphens, at most %d characters"
                            .formatted(name, MAX_NAME));
        }
        if (keptFor != null && (keptFor.toDays() < 1 || !keptFor.equals(Duration.ofDays(keptFor.toDays())))) {
            throw new IllegalArgumentException("objects %s: keep them for whole days, not %s".formatted(name, keptFor));
        }
    }
}
