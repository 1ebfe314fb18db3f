package org.tctf.activity.adapter.store;

import static org.tctf.activity.ActivityService.LOG;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tctf.activity.ActivityService;
import org.tctf.activity.application.ActivityLog;
import org.tctf.activity.domain.LogEntry;
import org.tctf.kernel.table.Page;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;

/** The log by time. */
@Singleton
public final class TableActivityLog implements ActivityLog {
    /** After every time's first digit. */
    private static final String END = "~";

    private final ServiceTable table;

    public TableActivityLog(ServiceTables tables) {
        this.table = tables.of(ActivityService.DEFINITION);
    }

    @Override
    public Page<LogEntry> of(
            String memberId, @Nullable Instant from, @Nullable Instant before, int limit, @Nullable String cursor) {
        return table.page(
                LOG.query(memberId)
                        .between(
                                from == null ? "" : Times.sortable(from), before == null ? END : Times.sortable(before))
                        .descending()
                        .limit(limit),
                cursor,
                LogEntry.class);
    }
}
