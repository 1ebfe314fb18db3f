package org.tctf.kernel;

import java.util.regex.Pattern;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * A telephone number in the one form in which we compare and store it: E.164, a plus and at most 15 digits of which the
 * first is no zero. Whether such a number exists, and what a call to it costs, is not said by its form: whoever takes a
 * number from a person asks a numbering plan.
 */
@ValueObject
public record PhoneNumber(String value) {
    // ITU-T E.164 §6.2.1: 15 digits at most. No plan has numbers of fewer than 7 digits, country code included.
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

    private static final int SHOWN_BEFORE = 3;
    private static final int SHOWN_AFTER = 2;

    /** @throws Problem {@code INVALID_PHONE_NUMBER} when it has another form */
    public PhoneNumber {
        if (!E164.matcher(value).matches()) {
            throw invalid("write it with a plus and the country's code, as +442079460018");
        }
    }

    /** What is wrong with something that was meant to be a number. */
    public static Problem invalid(String why) {
        return Problem.invalid("INVALID_PHONE_NUMBER", "This phone number cannot be used: " + why + ".")
                .at("/number");
    }

    /** The number with all but the ends hidden, fit for a log or a screen: {@code +44***18}. */
    public String masked() {
        return value.substring(0, SHOWN_BEFORE) + "***" + value.substring(value.length() - SHOWN_AFTER);
    }

    @Override
    public String toString() {
        return value;
    }
}
