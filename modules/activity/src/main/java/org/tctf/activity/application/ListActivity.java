package org.tctf.activity.application;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tctf.activity.domain.LogEntry;
import org.tctf.activity.domain.Recipient;
import org.tctf.kernel.table.Page;

/** What a member did, day by day as days are where they live, newest first. */
@Singleton
public final class ListActivity {

    /** An entry as it is shown. */
    public record Shown(LogEntry entry, String title) {}

    /** The entries of one day. */
    public record Day(LocalDate day, List<Shown> entries) {}

    private final ActivityLog log;
    private final Recipients recipients;
    private final Texts texts;

    public ListActivity(ActivityLog log, Recipients recipients, Texts texts) {
        this.log = log;
        this.recipients = recipients;
        this.texts = texts;
    }

    /**
     * One page; the day that a page ends in may go on with the next.
     *
     * @param from first day, included
     * @param to last day, included
     * @param limit of entries
     */
    public Page<Day> list(
            String memberId, @Nullable LocalDate from, @Nullable LocalDate to, int limit, @Nullable String cursor) {
        Recipient member = recipients.of(memberId);
        ZoneId zone = member.preferences().zone();
        Page<LogEntry> page =
                log.of(memberId, start(from, zone), start(to == null ? null : to.plusDays(1), zone), limit, cursor);
        Map<LocalDate, List<Shown>> byDay = page.items().stream()
                .map(entry -> new Shown(entry, texts.title(entry, member.writtenLanguage())))
                .collect(Collectors.groupingBy(
                        shown -> LocalDate.ofInstant(shown.entry().at(), zone),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return new Page<>(
                byDay.entrySet().stream()
                        .map(day -> new Day(day.getKey(), day.getValue()))
                        .toList(),
                page.nextCursor());
    }

    private static @Nullable Instant start(@Nullable LocalDate day, ZoneId zone) {
        return day == null ? null : day.atStartOfDay(zone).toInstant();
    }
}
