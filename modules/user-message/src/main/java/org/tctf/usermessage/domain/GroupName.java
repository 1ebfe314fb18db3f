package org.tctf.usermessage.domain;

import org.jmolecules.ddd.annotation.ValueObject;
import org.tctf.kernel.Problem;

/** What a group is called: 1 to 100 characters, none of them a control character. */
@ValueObject
public record GroupName(String value) {
    public static final int MAX = 100;

    /** @throws Problem {@code INVALID_GROUP_NAME} */
    public GroupName {
        value = value.strip();
        if (value.isEmpty() || value.length() > MAX || value.codePoints().anyMatch(Character::isISOControl)) {
            throw Problem.invalid(
                            "INVALID_GROUP_NAME", "A group's name has 1 to %d characters on one line.".formatted(MAX))
                    .at("/name");
        }
    }
}
