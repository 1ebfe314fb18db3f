package org.tctf.authadmin.domain;

import org.jmolecules.ddd.annotation.ValueObject;
import org.tctf.kernel.Problem;

/** Why an administrator did something: 1–500 characters, for who reads the audit log later. */
@ValueObject
public record Reason(String value) {
    public static final int MAX = 500;

    /** @throws Problem {@code INVALID_REASON} */
    public Reason {
        value = value.strip();
        boolean isText = value.codePoints().noneMatch(c -> Character.isISOControl(c) && c != '\n');
        if (value.isEmpty() || value.codePointCount(0, value.length()) > MAX || !isText) {
            throw Problem.invalid("INVALID_REASON", "Say why, in 1 to %d characters.".formatted(MAX))
                    .at("/reason");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
