package org.tctf.usermessage.domain;

import org.jmolecules.ddd.annotation.ValueObject;
import org.tctf.kernel.Problem;

/** What somebody reacts with: what is seen as one sign, though it may be written with several code points. */
@ValueObject
public record Emoji(String value) {
    /** A family of four with skin tones has eleven code points. */
    private static final int MAX = 16;

    /** @throws Problem {@code INVALID_REACTION} */
    public Emoji {
        boolean fits = !value.isEmpty()
                && value.codePointCount(0, value.length()) <= MAX
                && value.codePoints().noneMatch(Emoji::isText);
        if (!fits) {
            throw Problem.invalid("INVALID_REACTION", "A reaction is one emoji, not a text.")
                    .at("/emoji");
        }
    }

    private static boolean isText(int codePoint) {
        return Character.isLetter(codePoint) || Character.isWhitespace(codePoint) || Character.isISOControl(codePoint);
    }
}
