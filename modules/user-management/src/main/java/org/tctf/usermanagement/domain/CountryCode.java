package org.tctf.usermanagement.domain;

import java.util.Locale;
import java.util.Set;
import org.jmolecules.ddd.annotation.ValueObject;
import org.tctf.kernel.Problem;

/** A country, ISO 3166-1 alpha-2, as the JDK knows them. */
@ValueObject
public record CountryCode(String value) {
    private static final Set<String> KNOWN = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    /** @throws Problem {@code UNKNOWN_COUNTRY} */
    public CountryCode {
        if (!KNOWN.contains(value)) {
            throw Problem.invalid(
                    "UNKNOWN_COUNTRY", "'%s' is not a country; use ISO 3166-1 alpha-2, as DE.".formatted(value));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
