package org.tctf.usermanagement.domain;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;

/** Where a member is: always a country; state and city of at most 100 characters. */
@ValueObject
public record Location(
        CountryCode country,
        @Nullable String state,
        @Nullable String city) {
    public static final int MAX_TEXT = 100;

    /** @throws org.tctf.kernel.Problem when something is too long */
    public Location {
        state = Text.line("/location/state", state, MAX_TEXT);
        city = Text.line("/location/city", city, MAX_TEXT);
    }
}
