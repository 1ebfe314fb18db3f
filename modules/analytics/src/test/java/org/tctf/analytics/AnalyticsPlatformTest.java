package org.tctf.analytics;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tctf.identity.Role;
import org.tctf.kernel.event.Envelope;
import org.tctf.testing.Platform;

/** The sentences through HTTP and the bus. */
class AnalyticsPlatformTest extends AnalyticsBehaviour {

    @Override
    Analytics start() {
        return new OverHttp(Platform.start());
    }

    private record OverHttp(Platform platform) implements Analytics {

        @Override
        public LocalDate today() {
            return LocalDate.ofInstant(platform.clock().instant(), ZoneOffset.UTC);
        }

        @Override
        public void arrive(List<Envelope> facts) {
            facts.forEach(platform::deliver);
            platform.settle();
        }

        @Override
        public List<Long> metric(String name, String granularity, LocalDate from, LocalDate to) {
            return longs(
                    get("/metrics?metric=%s&granularity=%s&from=%s&to=%s".formatted(name, granularity, from, to))
                            .at("/series/0/points"),
                    "count");
        }

        @Override
        public Map<String, String> money(String name, LocalDate from, LocalDate to) {
            Map<String, String> sums = new HashMap<>();
            get("/metrics?metric=%s&from=%s&to=%s".formatted(name, from, to))
                    .path("series")
                    .forEach(series -> series.path("points")
                            .forEach(point -> sums.merge(
                                    series.path("unit").asText(),
                                    point.at("/amount/amount").asText(),
                                    (a, b) -> new BigDecimal(a)
                                            .add(new BigDecimal(b))
                                            .toPlainString())));
            return sums;
        }

        @Override
        public List<Long> funnel(String name, LocalDate from, LocalDate to) {
            return longs(
                    get("/funnels/%s?from=%s&to=%s".formatted(name, from, to)).path("steps"), "members");
        }

        @Override
        public List<Long> retention(LocalDate day) {
            JsonNode cohort =
                    get("/retention?from=%s&to=%s".formatted(day, day)).at("/cohorts/0");
            List<Long> all = new ArrayList<>(List.of(cohort.path("joined").asLong()));
            cohort.path("active").forEach(week -> all.add(week.asLong()));
            return all;
        }

        @Override
        public List<Long> totals(LocalDate from, LocalDate to) {
            return longs(get("/growth?from=%s&to=%s".formatted(from, to)).path("periods"), "total");
        }

        @Override
        public long rebuild() {
            int building = platform.as("root", Role.ADMIN)
                    .post("/v1/analytics/rebuild")
                    .expect(202)
                    .json()
                    .path("building")
                    .asInt();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> state().path("serving").asInt() == building);
            return state().path("facts").asLong();
        }

        @Override
        public void close() {
            platform.close();
        }

        private JsonNode state() {
            return platform.as("root", Role.ADMIN)
                    .get("/v1/analytics/rebuild")
                    .expect(200)
                    .json();
        }

        private JsonNode get(String path) {
            return platform.as("staff", Role.STAFF)
                    .get("/v1/analytics" + path)
                    .expect(200)
                    .json();
        }

        private static List<Long> longs(JsonNode items, String field) {
            List<Long> all = new ArrayList<>();
            items.forEach(item -> all.add(item.path(field).asLong()));
            return all;
        }
    }
}
