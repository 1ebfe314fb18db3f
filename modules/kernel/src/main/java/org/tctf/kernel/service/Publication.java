package org.tctf.kernel.service;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fact that a service publishes.
 *
 * @param event the record; its name is the type in camel case, with {@code V2} … from the second version on
 */
public record Publication(Class<?> event, String type, int version) {
    private static final Pattern NAME = Pattern.compile("(?<type>.+?)(V(?<version>[2-9]|[1-9]\\d))?");

    static Publication of(Class<?> event) {
        Matcher name = NAME.matcher(event.getSimpleName());
        if (!name.matches()) {
            throw new IllegalArgumentException(event + " has no name to make a type of");
        }
        String version = name.group("version");
        return new Publication(event, upperSnake(name.group("type")), version == null ? 1 : Integer.parseInt(version));
    }

    /** The type that a record's name stands for: {@code UserCreated} and {@code UserCreatedV2} are {@code USER_CREATED}. */
    public static String typeOf(Class<?> event) {
        return of(event).type();
    }

    private static String upperSnake(String camel) {
        return camel.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }
}
