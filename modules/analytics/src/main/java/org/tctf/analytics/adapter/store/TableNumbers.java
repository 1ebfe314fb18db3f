package org.tctf.analytics.adapter.store;

import static org.tctf.analytics.AnalyticsService.COUNT;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tctf.analytics.AnalyticsService;
import org.tctf.analytics.application.Numbers;
import org.tctf.analytics.application.Rebuilds;
import org.tctf.analytics.domain.Shard;
import org.tctf.kernel.table.Page;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;

/** The shards' counters, summed as they are read. */
@Singleton
public final class TableNumbers implements Numbers {
    private final ServiceTable table;
    private final Rebuilds rebuilds;

    public TableNumbers(ServiceTables tables, Rebuilds rebuilds) {
        this.table = tables.of(AnalyticsService.DEFINITION);
        this.rebuilds = rebuilds;
    }

    @Override
    public SortedMap<LocalDate, Map<String, Long>> of(String metric, LocalDate from, LocalDate to) {
        int generation = rebuilds.generations().serving();
        SortedMap<LocalDate, Map<String, Long>> sums = new TreeMap<>();
        for (Shard shard : Shard.all()) {
            @Nullable String cursor = null;
            do {
                Page<CountRow> page = table.page(
                                COUNT.query(generation, shard.number(), metric).between(from.toString(), to.toString()),
                                cursor,
                                CountRow.ATTRIBUTES)
                        .map(CountRow::of);
                page.items().forEach(row -> add(row, sums));
                cursor = page.nextCursor();
            } while (cursor != null);
        }
        return sums;
    }

    private static void add(CountRow row, SortedMap<LocalDate, Map<String, Long>> sums) {
        Map<String, Long> parts = sums.computeIfAbsent(row.period(), period -> new HashMap<>());
        row.parts().forEach((part, amount) -> parts.merge(part, amount, Long::sum));
    }
}
