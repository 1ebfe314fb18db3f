package org.tctf.usermanagement.domain;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Problem;

/**
 * Text as members type it, made storable: no white space around it, nothing instead of blank, and no control characters,
 * which could break a mail's header or a page's layout where the text is shown. Lengths are in Unicode code points.
 */
final class Text {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern CONTROL_BUT_NEW_LINE = Pattern.compile("[\\p{Cntrl}&&[^\n]]");

    private Text() {}

    /** @throws Problem {@code TOO_LONG} */
    static @Nullable String line(String pointer, @Nullable String typed, int max) {
        return typed == null ? null : bounded(pointer, CONTROL.matcher(typed).replaceAll(" "), max);
    }

    /**
     * Like {@link #line}, but of several lines.
     *
     * @throws Problem {@code TOO_LONG}
     */
    static @Nullable String paragraphs(String pointer, @Nullable String typed, int max) {
        return typed == null
                ? null
                : bounded(pointer, CONTROL_BUT_NEW_LINE.matcher(typed).replaceAll(" "), max);
    }

    /** @throws Problem {@code MISSING} when nothing is left, {@code TOO_LONG} */
    static String required(String pointer, String typed, int max) {
        String kept = line(pointer, typed, max);
        if (kept == null) {
            throw Problem.invalid("MISSING", "It must not be blank.").at(pointer);
        }
        return kept;
    }

    private static @Nullable String bounded(String pointer, String typed, int max) {
        String kept = typed.strip();
        int length = kept.codePointCount(0, kept.length());
        if (length > max) {
            throw Problem.invalid("TOO_LONG", "It has %d characters; shorten it to %d.".formatted(length, max))
                    .at(pointer);
        }
        return kept.isEmpty() ? null : kept;
    }
}
