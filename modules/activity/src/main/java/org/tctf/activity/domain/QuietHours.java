package org.tctf.activity.domain;

import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * When a member is not to be disturbed, by the clock where they live; past midnight when {@code from} is after
 * {@code to}.
 *
 * @param to not quiet any more
 */
@ValueObject
public record QuietHours(LocalTime from, LocalTime to) {

    public boolean include(ZonedDateTime moment) {
        LocalTime time = moment.toLocalTime();
        return from.isBefore(to)
                ? !time.isBefore(from) && time.isBefore(to)
                : !from.equals(to) && (!time.isBefore(from) || time.isBefore(to));
    }

    /** The moment itself, or the end of the quiet hours that it is in. */
    ZonedDateTime after(ZonedDateTime moment) {
        if (!include(moment)) {
            return moment;
        }
        ZonedDateTime end = moment.with(to);
        // Past midnight; or a day whose clock skips the end, and all that would not be quiet with it.
        while (end.isBefore(moment) || include(end)) {
            end = end.plusDays(1).with(to);
        }
        return end;
    }
}
