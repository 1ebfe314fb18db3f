package org.tctf.messagingconsumers.domain.template;

import java.util.regex.Pattern;
import org.tctf.kernel.Problem;

/**
 * What a mail says in one language, with names in double braces where it says something of its reader.
 *
 * @param subject one line
 * @param text for readers without HTML
 */
public record Wording(String subject, String text, String html) {
    public static final int MAX_SUBJECT = 200;
    public static final int MAX_TEXT = 10_000;
    public static final int MAX_HTML = 40_000;

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    /** @throws Problem {@code INVALID_WORDING} */
    public Wording {
        if (subject.isBlank()
                || subject.length() > MAX_SUBJECT
                || CONTROL.matcher(subject).find()
                || text.isBlank()
                || text.length() > MAX_TEXT
                || html.isBlank()
                || html.length() > MAX_HTML) {
            throw Problem.invalid(
                            "INVALID_WORDING",
                            "A wording has a subject of one line and 1 to %d characters, a text of at most %d and HTML of at most %d."
                                    .formatted(MAX_SUBJECT, MAX_TEXT, MAX_HTML))
                    .at("/wordings");
        }
    }
}
