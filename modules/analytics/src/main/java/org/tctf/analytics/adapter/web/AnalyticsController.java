package org.tctf.analytics.adapter.web;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tctf.analytics.application.Range;
import org.tctf.analytics.application.ReadFunnel;
import org.tctf.analytics.application.ReadGrowth;
import org.tctf.analytics.application.ReadMetric;
import org.tctf.analytics.application.ReadRetention;
import org.tctf.analytics.domain.Counter;

/** The platform's numbers, for staff. Days are UTC; weeks begin on Monday; periods are named by their first day. */
@Controller("/v1/analytics")
@RolesAllowed("STAFF")
final class AnalyticsController {
    private static final int DEFAULT_DAYS = 30;
    private static final int DEFAULT_COHORT_DAYS = 12 * 7;

    /** Money of one currency. */
    record AmountView(String amount, String currency) {
        static AmountView of(long minorUnits, String currency) {
            int digits = Currency.getInstance(currency).getDefaultFractionDigits();
            return new AmountView(BigDecimal.valueOf(minorUnits, digits).toPlainString(), currency);
        }
    }

    /** A period and its number: a count, or an amount when the metric is money. */
    record PointView(
            LocalDate start, @Nullable Long count, @Nullable AmountView amount) {}

    /** One line of a chart: the unit is count, or a currency. */
    record SeriesView(String unit, List<PointView> points) {
        static SeriesView of(ReadMetric.Series series) {
            boolean isCount = series.unit().equals(Counter.COUNT);
            return new SeriesView(
                    series.unit(),
                    series.values().entrySet().stream()
                            .map(point -> isCount
                                    ? new PointView(point.getKey(), point.getValue(), null)
                                    : new PointView(
                                            point.getKey(), null, AmountView.of(point.getValue(), series.unit())))
                            .toList());
        }
    }

    /** A metric over time; a metric of money has a series for each currency. */
    record MetricView(String metric, String granularity, LocalDate from, LocalDate to, List<SeriesView> series) {}

    /** How many of those who began in these days have reached each step by now. */
    record FunnelView(String funnel, LocalDate from, LocalDate to, List<ReadFunnel.Reached> steps) {}

    /** Weekly cohorts: who joined in a week, and how many of them were active in that week and each after it. */
    record RetentionView(List<ReadRetention.Cohort> cohorts) {}

    /** Members by the end of each period, and who came and went in it. */
    record GrowthView(String granularity, List<ReadGrowth.Period> periods) {}

    private final ReadMetric readMetric;
    private final ReadFunnel readFunnel;
    private final ReadRetention readRetention;
    private final ReadGrowth readGrowth;
    private final Days days;

    AnalyticsController(
            ReadMetric readMetric,
            ReadFunnel readFunnel,
            ReadRetention readRetention,
            ReadGrowth readGrowth,
            Days days) {
        this.readMetric = readMetric;
        this.readFunnel = readFunnel;
        this.readRetention = readRetention;
        this.readGrowth = readGrowth;
        this.days = days;
    }

    /**
     * A metric by day, week or month; the last 30 days where nothing is said. At most 366 periods; a wrong metric's
     * answer names those that there are.
     */
    @Get("/metrics")
    MetricView metric(
            @QueryValue String metric,
            @Nullable @QueryValue String from,
            @Nullable @QueryValue String to,
            @Nullable @QueryValue String granularity) {
        Range range = days.range(granularity, from, to, DEFAULT_DAYS);
        return new MetricView(
                metric,
                name(range),
                range.from(),
                range.to(),
                readMetric.of(metric, range).stream().map(SeriesView::of).toList());
    }

    /** A funnel of those whose first step was in these days, the last 30 where nothing is said. */
    @Get("/funnels/{name}")
    FunnelView funnel(String name, @Nullable @QueryValue String from, @Nullable @QueryValue String to) {
        Range range = days.range("day", from, to, DEFAULT_DAYS);
        return new FunnelView(name, range.from(), range.to(), readFunnel.of(name, range));
    }

    /** Retention of those who joined in these weeks, the last twelve where nothing is said. */
    @Get("/retention")
    RetentionView retention(@Nullable @QueryValue String from, @Nullable @QueryValue String to) {
        return new RetentionView(readRetention.of(days.range("week", from, to, DEFAULT_COHORT_DAYS)));
    }

    /** Growth of the membership; the last 30 days where nothing is said. */
    @Get("/growth")
    GrowthView growth(
            @Nullable @QueryValue String from,
            @Nullable @QueryValue String to,
            @Nullable @QueryValue String granularity) {
        Range range = days.range(granularity, from, to, DEFAULT_DAYS);
        return new GrowthView(name(range), readGrowth.of(range));
    }

    private static String name(Range range) {
        return range.granularity().name().toLowerCase(Locale.ROOT);
    }
}
