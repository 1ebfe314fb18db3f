package org.tctf.kernel.flag;

import java.util.regex.Pattern;

/**
 * A switch of a service: on or off, for everybody (ADR 25 says why nothing else).
 *
 * @param name lower-case words with hyphens, at most 64 characters, as AWS AppConfig has it
 * @param isOnByDefault what holds until somebody turns it, and wherever nobody can be asked
 * @param question what it decides, {@code Whether new people may sign up}
 */
public record Flag(String name, boolean isOnByDefault, String question) {
    private static final int LONGEST = 64;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    /** @throws IllegalArgumentException when the name is not one, or there is no question */
    public Flag {
        if (!NAME.matcher(name).matches() || name.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "flag '%s': use lower-case words with hyphens, at most %d characters".formatted(name, LONGEST));
        }
        if (question.isBlank()) {
            throw new IllegalArgumentException("flag %s: say what it decides".formatted(name));
        }
    }
}
