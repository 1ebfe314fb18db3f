package org.tctf.app.console.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tctf.json.JacksonCodec;
import org.tctf.json.JsonEventSchemas;
import org.tctf.kernel.Problem;
import org.tctf.kernel.crypto.Encrypted;
import org.tctf.kernel.event.Deliveries;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.telemetry.EndedSpan;
import org.tctf.telemetry.LogLine;

class TrailTest {
    record SendCode(String to, Encrypted code) {}

    static final class CodeSender implements EventConsumer<SendCode> {
        @Override
        public void on(SendCode command, Envelope envelope) {}
    }

    private static final String QUEUE = "mailer-code-sender";
    private static final ServiceDefinition MAILER = ServiceDefinition.named("mailer")
            .summary("Mails.")
            .owner("core")
            .queue(SendCode.class, CodeSender.class)
            .build();

    @TempDir
    Path folder;

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private Trail trail;

    @BeforeEach
    void open() {
        trail = trail(Bounds.DEFAULT);
    }

    @AfterEach
    void close() {
        trail.close();
    }

    @Test
    void anEventShowsItsWholeWay() {
        Envelope event = event("e1", "c1");
        trail.published(event, List.of(QUEUE));
        trail.delivering(QUEUE, event, 1);
        now = now.plusMillis(3);
        trail.failed(QUEUE, event, 1, new IllegalStateException("provider is down"), now.plusSeconds(1));
        trail.delivering(QUEUE, event, 2);
        trail.deadLettered(QUEUE, event, 2, "MAX_RECEIVES", "provider is down");

        EventView dead = view("e1");
        assertThat(dead.status()).isEqualTo(Status.DEAD);
        assertThat(dead.deliveries()).singleElement().satisfies(way -> {
            assertThat(way.attempts()).isEqualTo(2);
            assertThat(way.error()).contains("provider is down");
            assertThat(kinds(way)).containsExactly(StepKind.PUBLISHED, StepKind.FAILED, StepKind.DEAD_LETTERED);
            assertThat(way.steps().get(1).tookMs()).isEqualTo(3.0);
            assertThat(way.steps().get(1).nextAttemptAt()).isEqualTo(now.plusSeconds(1));
        });

        trail.redriven(QUEUE, event);
        assertThat(view("e1").status()).isEqualTo(Status.WAITING);
        trail.delivered(QUEUE, event, 1, Deliveries.Outcome.DONE, Duration.ofMillis(2));
        assertThat(view("e1").status()).isEqualTo(Status.DONE);
        assertThat(view("e1").deliveries().getFirst().error()).isNull();
    }

    @Test
    void aDeliveryThatHangsKeepsItsBeginning() {
        Envelope event = event("e1", "c1");
        trail.published(event, List.of(QUEUE));
        trail.delivering(QUEUE, event, 1);

        assertThat(view("e1").status()).isEqualTo(Status.DELIVERING);
    }

    @Test
    void theWorstQueueSaysWhereAnEventStands() {
        Envelope event = event("e1", "c1");
        trail.published(event, List.of(QUEUE, "other-consumer"));
        trail.delivered(QUEUE, event, 1, Deliveries.Outcome.DONE, Duration.ofMillis(1));

        assertThat(view("e1").status()).isEqualTo(Status.WAITING);
    }

    @Test
    void aFactThatNobodyHearsIsKeptAsSuch() {
        trail.published(event("e1", "c1"), List.of());

        assertThat(view("e1").status()).isEqualTo(Status.UNMATCHED);
        assertThat(view("e1").deliveries()).isEmpty();
    }

    @Test
    void whatWasToldIsStillThereAfterARestart() {
        Envelope event = event("e1", "c1");
        trail.published(event, List.of(QUEUE));
        trail.ended(span("c1"));
        trail.logged(line("c1"));
        trail.close();

        trail = trail(Bounds.DEFAULT);
        trail.delivered(QUEUE, event, 1, Deliveries.Outcome.DONE, Duration.ofMillis(1));

        assertThat(view("e1").status()).isEqualTo(Status.DONE);
        List<SpanView> spans = trail.ask(asked -> asked.spans("c1"));
        assertThat(spans).hasSize(1);
        List<LogLine> lines = trail.ask(asked -> asked.lines("c1"));
        assertThat(lines).containsExactly(line("c1"));
    }

    @Test
    void onDiskOnlyTheNewestAreKept() {
        trail.close();
        trail = trail(new Bounds(100, 200, 16_384, 1 << 20));
        for (int i = 0; i < 5_000; i++) {
            trail.published(event("e" + i, "c" + i), List.of(QUEUE));
            if (i % 500 == 0) {
                trail.ask(TrailQueries::count);
            }
        }

        long kept = trail.ask(TrailQueries::count);
        assertThat(kept).isLessThanOrEqualTo(2_100);
        assertThat(view("e4999").steps()).hasSize(1);
        assertThat(known("e0")).isEmpty();
    }

    @Test
    void whatDoesNotFitInMemoryIsDroppedAndCounted() {
        trail.close();
        trail = trail(new Bounds(100, 100, 10, 4_000));
        IntStream.range(0, 1_000).forEach(i -> trail.published(event("e" + i, "c"), List.of(QUEUE)));

        long kept = trail.ask(TrailQueries::count);
        assertThat(trail.losses().dropped()).isPositive().isEqualTo(1_000 - kept);
    }

    @Test
    void aFlowThatIsNotTracedIsLeftOutUntilItFails() {
        Envelope event = traced("e1", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00");
        trail.published(event, List.of(QUEUE));
        trail.delivered(QUEUE, event, 1, Deliveries.Outcome.DONE, Duration.ofMillis(1));
        assertThat(known("e1")).isEmpty();
        assertThat(trail.losses().sampledOut()).isEqualTo(2);

        trail.failed(QUEUE, event, 1, new IllegalStateException("broken"), now.plusSeconds(1));
        assertThat(view("e1").status()).isEqualTo(Status.RETRYING);
    }

    @Test
    void secretsNeverReachTheDisk() throws Exception {
        Envelope command = new Envelope(
                "e1",
                "mailer",
                "SEND_CODE",
                1,
                now,
                "mailer",
                "",
                0,
                "c1",
                null,
                "m1",
                null,
                "{\"to\":\"ada@example.org\",\"code\":\"c1pherTextOfACode\"}");
        Envelope unknown = new Envelope(
                "e2",
                "gone",
                "SOMETHING_OLD",
                1,
                now,
                "x",
                "",
                0,
                "c1",
                null,
                "m1",
                null,
                "{\"pin\":\"c1pherTextOfAPin\"}");
        trail.published(command, List.of(QUEUE));
        trail.published(unknown, List.of());

        assertThat(view("e1").payload().toString()).isEqualTo("{\"to\":\"ada@example.org\",\"code\":\"•••\"}");
        assertThat(view("e2").payload().asText()).isEqualTo("•••");
        trail.close();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("c1pherText");
            }
        }
    }

    @Test
    void aFactsWriteOnlyFieldsAreHidden() {
        Envelope fact = new Envelope(
                "e1",
                "auth-core",
                "CONSOLE_TEST",
                1,
                now,
                "x",
                "",
                0,
                "c1",
                null,
                "m1",
                null,
                "{\"email\":\"ada@example.org\",\"code\":\"secret\"}");
        trail.published(fact, List.of());

        assertThat(view("e1").payload().get("code").asText()).isEqualTo("•••");
        assertThat(view("e1").payload().get("email").asText()).isEqualTo("ada@example.org");
    }

    @Test
    void eventsAreFoundByTypeServiceTimeAndAttribute() {
        trail.published(event("e1", "c1"), List.of(QUEUE));
        now = now.plusSeconds(10);
        Envelope fact = new Envelope(
                "e2",
                "auth-core",
                "CONSOLE_TEST",
                1,
                now,
                "member-7",
                "",
                0,
                "c2",
                null,
                "m1",
                null,
                "{\"email\":\"ada@example.org\",\"address\":{\"city\":\"London\"},\"isNew\":true}");
        trail.published(fact, List.of(QUEUE));

        assertThat(ids(null, "CONSOLE_TEST", null, null, null)).containsExactly("e2");
        assertThat(ids(null, null, "auth-core", null, null)).containsExactly("e2");
        assertThat(ids(null, null, "mailer", null, null)).containsExactly("e2", "e1");
        assertThat(ids("c1", null, null, null, null)).containsExactly("e1");
        assertThat(ids(null, null, null, now.minusSeconds(5), null)).containsExactly("e2");
        assertThat(ids(null, null, null, null, now.minusSeconds(5))).containsExactly("e1");
        assertThat(ids(null, null, null, null, null, "address.city=London")).containsExactly("e2");
        assertThat(ids(null, null, null, null, null, "isNew=true", "subject=member-7"))
                .containsExactly("e2");
        assertThat(ids(null, null, null, null, null, "address.city=Paris")).isEmpty();
    }

    @Test
    void listsArePagedNewestFirst() {
        IntStream.range(0, 5).forEach(i -> trail.published(event("e" + i, "c"), List.of()));

        var first = trail.ask(asked -> asked.events(EventFilter.ALL, 3, null));
        var second = trail.ask(asked -> asked.events(EventFilter.ALL, 3, first.nextCursor()));

        assertThat(first.items()).extracting(EventView::id).containsExactly("e4", "e3", "e2");
        assertThat(second.items()).extracting(EventView::id).containsExactly("e1", "e0");
        assertThat(second.nextCursor()).isNull();
    }

    @Test
    void badCursorsAndAttributesAreProblems() {
        assertThatThrownBy(() -> trail.ask(asked -> asked.events(EventFilter.ALL, 3, "x")))
                .isInstanceOf(Problem.class)
                .extracting("code")
                .isEqualTo("INVALID_CURSOR");
        assertThatThrownBy(() -> ids(null, null, null, null, null, "a' or 1=1 --"))
                .isInstanceOf(Problem.class)
                .extracting("code")
                .isEqualTo("INVALID_ATTRIBUTE");
    }

    @Test
    void aDamagedFileIsPutAsideForANewOne() throws Exception {
        trail.close();
        Files.write(
                folder.resolve("console.db"),
                "this is no database, but long enough to be read as one"
                        .repeat(50)
                        .getBytes());
        trail = trail(Bounds.DEFAULT);
        trail.published(event("e1", "c1"), List.of());

        assertThat(view("e1").type()).isEqualTo("SEND_CODE");
        assertThat(folder.resolve("console.db.damaged")).exists();
    }

    private List<String> ids(
            String correlationId, String type, String service, Instant from, Instant to, String... attributes) {
        EventFilter filter = new EventFilter(correlationId, type, service, from, to, List.of(attributes));
        return trail.ask(asked -> asked.events(filter, 50, null)).items().stream()
                .map(EventView::id)
                .toList();
    }

    private EventView view(String id) {
        return known(id).orElseThrow();
    }

    private Optional<EventView> known(String id) {
        return trail.ask(asked -> asked.event(id));
    }

    private static List<StepKind> kinds(DeliveryView way) {
        return way.steps().stream().map(StepView::kind).toList();
    }

    private Trail trail(Bounds bounds) {
        return Trail.in(
                folder.resolve("console.db"),
                () -> now,
                new HiddenFields(new JacksonCodec(), new JsonEventSchemas(), List.of(MAILER)),
                bounds);
    }

    private Envelope event(String id, String correlationId) {
        return new Envelope(
                id, "mailer", "SEND_CODE", 1, now, "mailer", "", 0, correlationId, null, "m1", null, "{\"to\":\"x\"}");
    }

    private Envelope traced(String id, String traceparent) {
        return new Envelope(
                id, "mailer", "SEND_CODE", 1, now, "mailer", "", 0, "c1", null, "m1", traceparent, "{\"to\":\"x\"}");
    }

    private EndedSpan span(String correlationId) {
        return new EndedSpan(
                "t1",
                "s1",
                null,
                "POST /v1/x",
                "SERVER",
                now,
                Duration.ofMillis(5),
                null,
                Map.of("a", "b"),
                correlationId);
    }

    private LogLine line(String correlationId) {
        return new LogLine(now, "INFO", "org.tctf.X", "main", "hello", null, correlationId);
    }
}
