package org.tctf.authcore.domain;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jmolecules.ddd.annotation.ValueObject;
import org.tctf.kernel.Problem;

/** The name a member chooses: 3–50 of {@code a-zA-Z0-9_}, kept as spelled, unique whatever the case. */
@ValueObject
public record MembershipName(String value) {
    public static final String PATTERN = "^[a-zA-Z0-9_]{3,50}$";

    private static final Pattern VALID = Pattern.compile(PATTERN);

    /** @throws Problem {@code INVALID_MEMBERSHIP_NAME} */
    public MembershipName {
        if (!VALID.matcher(value).matches()) {
            throw Problem.invalid(
                            "INVALID_MEMBERSHIP_NAME",
                            "A membership name has 3 to 50 characters: letters a to z, digits and _.")
                    .at("/membershipName");
        }
    }

    /** The spelling that all spellings of the name share. */
    public String folded() {
        return value.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value;
    }
}
