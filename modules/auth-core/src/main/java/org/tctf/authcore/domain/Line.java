package org.tctf.authcore.domain;

import java.util.regex.Pattern;
import org.jmolecules.ddd.annotation.ValueObject;
import org.tctf.kernel.Problem;

/**
 * One line of text as somebody typed it: trimmed, not blank, without what could forge a mail's header or a page's markup.
 * A sign-up's texts are mailed to an address whose owner did not type them, so links in them are refused too.
 */
@ValueObject
public record Line(String value) {
    private static final Pattern FORBIDDEN = Pattern.compile("[\\p{Cntrl}\\p{Zl}\\p{Zp}<>]|://|www\\.");

    /** @throws Problem {@code INVALID_TEXT} */
    public Line {
        value = value.strip();
        if (value.isEmpty() || FORBIDDEN.matcher(value).find()) {
            throw Problem.invalid(
                    "INVALID_TEXT",
                    "'%.20s' cannot be used: write one line, without < and > and links.".formatted(value));
        }
    }

    /**
     * A line that came from a request.
     *
     * @param pointer where it was in the request (RFC 6901)
     * @throws Problem {@code INVALID_TEXT}, naming the place
     */
    public static Line typed(String pointer, String text) {
        try {
            return new Line(text);
        } catch (Problem invalid) {
            throw invalid.at(pointer);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
