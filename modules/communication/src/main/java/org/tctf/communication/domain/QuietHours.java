package org.tctf.communication.domain;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * When a member is not to be disturbed, by the clock where they live; past midnight when {@code from} is after {@code to}.
 *
 * @param to not quiet any more
 */
@ValueObject
public record QuietHours(LocalTime from, LocalTime to, ZoneId zone) {
    boolean include(Instant moment) {
        LocalTime time = moment.atZone(zone).toLocalTime();
        return from.isBefore(to)
                ? !time.isBefore(from) && time.isBefore(to)
                : !from.equals(to) && (!time.isBefore(from) || time.isBefore(to));
    }
}
