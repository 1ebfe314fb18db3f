package org.tctf.usermanagement.domain;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;

/** Who a member is: first and last name of 1–50 characters, a bio of at most 1,000. */
@ValueObject
public record Basic(
        String firstName, String lastName, @Nullable String bio) {
    public static final int MAX_NAME = 50;
    public static final int MAX_BIO = 1000;

    /** @throws org.tctf.kernel.Problem when a name is missing or something is too long */
    public Basic {
        firstName = Text.required("/basic/firstName", firstName, MAX_NAME);
        lastName = Text.required("/basic/lastName", lastName, MAX_NAME);
        bio = Text.paragraphs("/basic/bio", bio, MAX_BIO);
    }
}
