package org.tctf.messagingconsumers.domain.subscriber;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Language;
import org.tctf.kernel.Problem;

/**
 * How to write to somebody.
 *
 * @param name as a mail addresses them, at most {@value #MAX_NAME} characters, one line
 * @param mayTrack whether they agreed to be seen opening mails and following links
 */
public record Profile(@Nullable String name, Language language, Attributes attributes, boolean mayTrack) {
    public static final int MAX_NAME = 100;

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]");

    /** @throws Problem {@code INVALID_NAME} */
    public Profile {
        if (name != null
                && (name.isBlank()
                        || name.length() > MAX_NAME
                        || CONTROL.matcher(name).find())) {
            throw Problem.invalid("INVALID_NAME", "A name has 1 to %d characters on one line.".formatted(MAX_NAME))
                    .at("/name");
        }
    }

    public static Profile unknown() {
        return new Profile(null, Language.EN, Attributes.none(), false);
    }

    Profile speaking(Language other) {
        return new Profile(name, other, attributes, mayTrack);
    }

    /** This one, and what the newer one says on top. */
    Profile updatedBy(Profile newer) {
        return new Profile(
                newer.name == null ? name : newer.name,
                newer.language,
                attributes.and(newer.attributes),
                mayTrack || newer.mayTrack);
    }
}
