package org.tctf.messagingconsumers.domain.subscriber;

import org.jspecify.annotations.Nullable;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.Language;

/**
 * A line of an import.
 *
 * @param line in the file, from 1
 * @param language absent = as it was
 */
public record ImportRow(
        long line,
        EmailAddress email,
        @Nullable String name,
        @Nullable Language language,
        Attributes attributes) {

    /** What it says of a subscriber who was so far. */
    public Profile profile(Subscriber before) {
        return new Profile(name, language == null ? before.profile().language() : language, attributes, false);
    }
}
