package org.tctf.analytics.adapter.store;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tctf.analytics.AnalyticsService;
import org.tctf.analytics.domain.Counts;
import org.tctf.analytics.domain.Shard;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.Write;

/**
 * The counters of one metric and period: an item whose numeric attributes are the parts, so that one write adds to
 * several of them, and additions from anywhere never wait for each other.
 */
record CountRow(String metric, LocalDate period, Map<String, Long> parts) {
    private static final String METRIC = "metric";
    private static final String PERIOD = "period";

    @SuppressWarnings("unchecked") // attributes are by name
    static final Class<Map<String, Object>> ATTRIBUTES = (Class<Map<String, Object>>) (Class<?>) Map.class;

    static CountRow of(Map<String, Object> attributes) {
        Map<String, Long> parts = new HashMap<>();
        attributes.forEach((name, value) -> {
            if (value instanceof Number number) {
                parts.put(name, number.longValue());
            }
        });
        return new CountRow(
                String.valueOf(attributes.get(METRIC)), LocalDate.parse(String.valueOf(attributes.get(PERIOD))), parts);
    }

    static List<Write> additions(int generation, Shard shard, Counts counts) {
        Map<CountRow, Map<String, BigDecimal>> byRow = new HashMap<>();
        counts.byCounter()
                .forEach((counter, amount) -> byRow.computeIfAbsent(
                                new CountRow(counter.metric(), counter.period(), Map.of()), row -> new HashMap<>())
                        .put(counter.part(), BigDecimal.valueOf(amount)));
        List<Write> writes = new ArrayList<>();
        byRow.forEach((row, add) -> writes.add(new Write.Update(
                row.key(generation, shard), Map.of(METRIC, row.metric, PERIOD, row.period.toString()), add, null)));
        return writes;
    }

    Key key(int generation, Shard shard) {
        return AnalyticsService.COUNT.key(generation, shard.number(), metric, period);
    }
}
