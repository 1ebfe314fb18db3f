package org.tctf.analytics.adapter.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.BitSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tctf.analytics.domain.MemberHistory;

/**
 * A history as it is stored. A year of active days is a bit for each day, Base64: 62 characters and not 4,000.
 *
 * @param days by year
 */
record HistoryRow(String member, long version, Map<String, Instant> firsts, Map<String, String> days) {

    /** The row that takes the place of the history as it was read. */
    static HistoryRow after(MemberHistory history) {
        Map<String, BitSet> years = new TreeMap<>();
        history.activeDays()
                .forEach(day -> years.computeIfAbsent(String.valueOf(day.getYear()), year -> new BitSet())
                        .set(day.getDayOfYear()));
        Map<String, String> days = new TreeMap<>();
        years.forEach((year, bits) -> days.put(year, Base64.getEncoder().encodeToString(bits.toByteArray())));
        return new HistoryRow(history.member(), history.version() + 1, history.firsts(), days);
    }

    MemberHistory history() {
        Set<LocalDate> active = new TreeSet<>();
        days.forEach((year, bits) -> BitSet.valueOf(Base64.getDecoder().decode(bits)).stream()
                .forEach(day -> active.add(LocalDate.ofYearDay(Integer.parseInt(year), day))));
        return new MemberHistory(member, version, firsts, active);
    }
}
