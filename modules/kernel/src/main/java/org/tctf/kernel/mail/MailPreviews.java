package org.tctf.kernel.mail;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Port that a service offers: how its messages look, filled with examples, for whoever works on their words. */
public interface MailPreviews {

    /**
     * One message in one language.
     *
     * @param subject absent for what has none, as a text message
     * @param html absent for plain text
     */
    record Preview(
            String template,
            String language,
            @Nullable String subject,
            String text,
            @Nullable String html) {}

    /** In an order that stays. */
    List<String> templates();

    /** ISO 639-1, the one that stands in for others first. */
    List<String> languages();

    /** Nothing for a template or language that there is not. */
    Optional<Preview> preview(String template, String language);
}
