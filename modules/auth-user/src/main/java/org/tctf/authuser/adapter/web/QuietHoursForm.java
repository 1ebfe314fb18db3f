package org.tctf.authuser.adapter.web;

import jakarta.validation.constraints.Pattern;
import java.time.LocalTime;
import org.tctf.authuser.domain.QuietHours;

/**
 * When a member is not to be disturbed, by the clock of their time zone; past midnight when from is after to.
 *
 * @param from 22:00
 * @param to 07:00, not quiet any more
 */
record QuietHoursForm(
        @Pattern(regexp = TIME) String from,
        @Pattern(regexp = TIME) String to) {
    private static final String TIME = "^([01][0-9]|2[0-3]):[0-5][0-9]$";

    static QuietHoursForm of(QuietHours hours) {
        return new QuietHoursForm(hours.from().toString(), hours.to().toString());
    }

    QuietHours quietHours() {
        return new QuietHours(LocalTime.parse(from), LocalTime.parse(to));
    }
}
