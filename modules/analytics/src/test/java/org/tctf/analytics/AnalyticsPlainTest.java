package org.tctf.analytics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tctf.analytics.application.Range;
import org.tctf.analytics.application.ReadFunnel;
import org.tctf.analytics.application.ReadGrowth;
import org.tctf.analytics.application.ReadMetric;
import org.tctf.analytics.application.ReadRetention;
import org.tctf.analytics.domain.Granularity;
import org.tctf.kernel.Money;
import org.tctf.kernel.event.Envelope;

/** The sentences as plain calls of the use cases. */
class AnalyticsPlainTest extends AnalyticsBehaviour {

    @Override
    Analytics start() {
        return new Plain(new Bench());
    }

    private record Plain(Bench bench) implements Analytics {

        @Override
        public LocalDate today() {
            return LocalDate.ofInstant(bench.workbench().clock().instant(), ZoneOffset.UTC);
        }

        @Override
        public void arrive(List<Envelope> facts) {
            facts.forEach(bench::arrive);
        }

        @Override
        public List<Long> metric(String name, String granularity, LocalDate from, LocalDate to) {
            return List.copyOf(
                    series(name, granularity, from, to).getFirst().values().values());
        }

        @Override
        public Map<String, String> money(String name, LocalDate from, LocalDate to) {
            Map<String, String> sums = new HashMap<>();
            for (ReadMetric.Series series : series(name, "day", from, to)) {
                long cents = series.values().values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
                Money unit = Money.of("0", series.unit());
                sums.put(
                        series.unit(),
                        BigDecimal.valueOf(cents, unit.amount().scale()).toPlainString());
            }
            return sums;
        }

        @Override
        public List<Long> funnel(String name, LocalDate from, LocalDate to) {
            return new ReadFunnel(bench.numbers())
                    .of(name, new Range(Granularity.DAY, from, to)).stream()
                            .map(ReadFunnel.Reached::members)
                            .toList();
        }

        @Override
        public List<Long> retention(LocalDate day) {
            ReadRetention.Cohort cohort = new ReadRetention(
                            bench.numbers(), bench.workbench().clock())
                    .of(new Range(Granularity.WEEK, day, day))
                    .getFirst();
            List<Long> all = new ArrayList<>(List.of(cohort.joined()));
            all.addAll(cohort.active());
            return all;
        }

        @Override
        public List<Long> totals(LocalDate from, LocalDate to) {
            return new ReadGrowth(bench.numbers(), new ReadMetric(bench.numbers()))
                    .of(new Range(Granularity.DAY, from, to)).stream()
                            .map(ReadGrowth.Period::total)
                            .toList();
        }

        @Override
        public long rebuild() {
            bench.startRebuild();
            bench.work();
            return bench.rebuild().progress().facts();
        }

        @Override
        public void close() {
            bench.close();
        }

        private List<ReadMetric.Series> series(String name, String granularity, LocalDate from, LocalDate to) {
            return new ReadMetric(bench.numbers())
                    .of(name, new Range(Granularity.valueOf(granularity.toUpperCase(Locale.ROOT)), from, to));
        }
    }
}
