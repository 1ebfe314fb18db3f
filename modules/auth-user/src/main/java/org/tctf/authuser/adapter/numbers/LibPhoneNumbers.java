package org.tctf.authuser.adapter.numbers;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Set;
import org.tctf.authuser.application.NumberingPlan;
import org.tctf.authuser.domain.PhoneChannel;
import org.tctf.kernel.PhoneNumber;
import org.tctf.kernel.Problem;

/**
 * Numbering plans as libphonenumber knows them. Numbers of no country (satellites, international networks) are refused:
 * they are what toll fraud lives on.
 */
@Singleton
public class LibPhoneNumbers implements NumberingPlan {
    /** What the library calls the region of numbers that belong to no country, and what it calls none. */
    private static final Set<String> NO_COUNTRY = Set.of("001", "ZZ");

    private static final Set<PhoneNumberType> READ =
            EnumSet.of(PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE, PhoneNumberType.VOIP);

    private static final Set<PhoneNumberType> CALLED = EnumSet.of(
            PhoneNumberType.MOBILE,
            PhoneNumberType.FIXED_LINE_OR_MOBILE,
            PhoneNumberType.VOIP,
            PhoneNumberType.FIXED_LINE);

    private final PhoneNumberUtil plans = PhoneNumberUtil.getInstance();

    @Override
    public Reachable read(String typed, PhoneChannel channel) {
        Phonenumber.PhoneNumber number = parsed(typed);
        if (!plans.isValidNumber(number) || number.hasExtension()) {
            throw PhoneNumber.invalid("there is no such number in that country");
        }
        PhoneNumberType type = plans.getNumberType(number);
        if (!CALLED.contains(type) || NO_COUNTRY.contains(plans.getRegionCodeForNumber(number))) {
            throw unreachable("it is neither a mobile phone nor a landline");
        }
        if (channel == PhoneChannel.SMS && !READ.contains(type)) {
            throw unreachable("a landline gets no text messages; ask for a CALL");
        }
        return new Reachable(new PhoneNumber(plans.format(number, PhoneNumberFormat.E164)), number.getCountryCode());
    }

    private Phonenumber.PhoneNumber parsed(String typed) {
        try {
            // No region to guess: a number without its country's code is nobody's.
            return plans.parse(typed, "ZZ");
        } catch (NumberParseException notOne) {
            throw PhoneNumber.invalid("write it with a plus and the country's code, as +44 7400 123456");
        }
    }

    private static Problem unreachable(String why) {
        return Problem.invalid("PHONE_NOT_REACHABLE", "No code can go to this number: " + why + ".")
                .at("/number");
    }
}
