package org.tctf.activity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When a recipient may be disturbed, by the clock where they live, also on the days on which that clock is changed. */
class RecipientTest {
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final int MINUTES_OF_THREE_YEARS = 3 * 365 * 24 * 60;

    /** With clock changes of an hour, of half an hour, at midnight, in both halves of the world, and without any. */
    private static final List<String> ZONES = List.of(
            "Europe/Berlin",
            "America/New_York",
            "Australia/Lord_Howe",
            "America/Santiago",
            "Africa/Cairo",
            "Asia/Kathmandu",
            "Pacific/Chatham",
            "UTC");

    @Property
    void aDigestComesWithinTwoDaysAndNeverInQuietHours(
            @ForAll("moments") Instant now,
            @ForAll("zones") ZoneId zone,
            @ForAll("times") LocalTime from,
            @ForAll("times") LocalTime to) {
        Recipient recipient = living(zone, new QuietHours(from, to));
        Instant next = recipient.nextDigest(now);
        assertThat(next).isAfter(now);
        assertThat(recipient.isQuiet(next)).isFalse();
        assertThat(Duration.between(now, next)).isLessThan(Duration.ofHours(74));
    }

    @Property
    void withoutQuietHoursItComesAtEightNextMorning(@ForAll("moments") Instant now, @ForAll("zones") ZoneId zone) {
        ZonedDateTime next = living(zone, null).nextDigest(now).atZone(zone);
        assertThat(next.toLocalTime()).isEqualTo(LocalTime.of(8, 0));
        assertThat(Duration.between(now, next.toInstant())).isLessThanOrEqualTo(Duration.ofHours(25));
    }

    @Property
    void quietIsWhatTheirClockSays(
            @ForAll("moments") Instant now,
            @ForAll("zones") ZoneId zone,
            @ForAll("times") LocalTime from,
            @ForAll("times") LocalTime to) {
        LocalTime there = now.atZone(zone).toLocalTime();
        boolean isWithin = from.equals(to)
                ? false
                : from.isBefore(to)
                        ? !there.isBefore(from) && there.isBefore(to)
                        : !there.isBefore(from) || there.isBefore(to);
        assertThat(living(zone, new QuietHours(from, to)).isQuiet(now)).isEqualTo(isWithin);
    }

    @Test
    void onADayWhoseClockSkipsTheOnlyLoudQuarterTheDigestComesADayLater() {
        // In Berlin there is no 02:30 on 2026-03-29: the clock goes from 02:00 to 03:00.
        Recipient recipient =
                living(ZoneId.of("Europe/Berlin"), new QuietHours(LocalTime.of(2, 45), LocalTime.of(2, 30)));
        Instant next = recipient.nextDigest(Instant.parse("2026-03-28T06:00:00Z"));
        assertThat(next).isEqualTo(Instant.parse("2026-03-30T00:30:00Z"));
    }

    @Provide
    Arbitrary<Instant> moments() {
        return Arbitraries.integers()
                .between(0, MINUTES_OF_THREE_YEARS)
                .map(minutes -> FROM.plus(Duration.ofMinutes(minutes)));
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(ZONES).map(ZoneId::of);
    }

    @Provide
    Arbitrary<LocalTime> times() {
        return Arbitraries.integers().between(0, 95).map(quarter -> LocalTime.MIDNIGHT.plusMinutes(15L * quarter));
    }

    private static Recipient living(ZoneId zone, @Nullable QuietHours quiet) {
        return Recipient.unknown("ada").preferring(new Preferences("en", zone, quiet, Map.of()), 1);
    }

    @Test
    void whoHasSaidNothingLivesInUtc() {
        assertThat(Recipient.unknown("ada").nextDigest(Instant.parse("2026-03-29T07:59:59Z")))
                .isEqualTo(Instant.parse("2026-03-29T08:00:00Z"));
        assertThat(Recipient.unknown("ada").preferences().zone()).isEqualTo(ZoneOffset.UTC);
    }
}
