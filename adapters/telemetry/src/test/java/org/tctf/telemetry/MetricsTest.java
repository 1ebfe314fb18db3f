package org.tctf.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tctf.kernel.event.Deliveries;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;
import org.tctf.kernel.service.ServiceDefinition;

class MetricsTest {
    record MemberJoined(String name) {}

    record MemberLeft(String name) {}

    static final class Greet implements EventConsumer<MemberJoined> {
        @Override
        public void on(MemberJoined event, Envelope envelope) {}
    }

    private static final ServiceDefinition MEMBERS = ServiceDefinition.named("members")
            .summary("Members.")
            .owner("core")
            .publishes(MemberJoined.class, MemberLeft.class)
            .consumes("MEMBER_JOINED", MemberJoined.class, Greet.class)
            .metric("members.joined", MemberJoined.class)
            .build();
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final Metrics metrics = new Metrics(List.of(MEMBERS));

    @Test
    void aDomainMetricCountsItsFactAndNoOther() {
        metrics.published(fact("MEMBER_JOINED"));
        metrics.published(fact("MEMBER_JOINED"));
        metrics.published(fact("MEMBER_LEFT"));

        assertThat(snapshot().domain()).containsExactly(new MetricsSnapshot.Count("members", "members.joined", 2));
        assertThat(snapshot().facts())
                .containsExactly(
                        new MetricsSnapshot.Count("members", "MEMBER_JOINED", 2),
                        new MetricsSnapshot.Count("members", "MEMBER_LEFT", 1));
    }

    @Test
    void requestsAreTimedByServiceRouteAndStatusClass() {
        metrics.request("members", "GET /v1/members", 200, Duration.ofMillis(10));
        metrics.request("members", "GET /v1/members", 204, Duration.ofMillis(20));
        metrics.request("members", "GET /v1/members", 500, Duration.ofMillis(30));

        assertThat(snapshot().requests()).hasSize(2).first().satisfies(route -> {
            assertThat(route.status()).isEqualTo("2xx");
            assertThat(route.count()).isEqualTo(2);
            assertThat(route.p99Ms()).isBetween(15.0, 25.0);
        });
    }

    @Test
    void aQueueShowsItsBacklogAndHowItsDeliveriesEnded() {
        metrics.delivered("members-greet", Deliveries.Outcome.DONE, Duration.ofMillis(2));
        metrics.delivered("members-greet", Deliveries.Outcome.DUPLICATE, Duration.ofMillis(1));
        metrics.failed("members-greet");
        metrics.deadLettered("members-greet");

        var backlog = Map.of("members-greet", new Metrics.Backlog(3, Duration.ofMillis(1500)));
        assertThat(metrics.snapshot(NOW, () -> backlog).queues())
                .singleElement()
                .satisfies(queue -> {
                    assertThat(queue.depth()).isEqualTo(3);
                    assertThat(queue.oldestAgeSeconds()).isEqualTo(1.5);
                    assertThat(queue.done()).isEqualTo(1);
                    assertThat(queue.duplicates()).isEqualTo(1);
                    assertThat(queue.failures()).isEqualTo(1);
                    assertThat(queue.deadLetters()).isEqualTo(1);
                });
    }

    private MetricsSnapshot snapshot() {
        return metrics.snapshot(NOW, Map::of);
    }

    private static Envelope fact(String type) {
        return new Envelope("e1", "members", type, 1, NOW, "m1", "", 1, "c1", null, "m1", null, "{}");
    }
}
