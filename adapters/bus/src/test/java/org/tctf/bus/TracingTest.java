package org.tctf.bus;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.MDC;
import org.tctf.kernel.Flow;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.Outgoing;

class TracingTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String PARENT = "b7ad6b7169203331";

    @TempDir
    Path folder;

    private final Parcels parcels = new Parcels();
    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private EmbeddedPlatform platform;

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    void aDeliveryIsAChildOfTheSpanThatRaisedTheFactAndTheParentOfWhatItRaises() {
        ConcurrentLinkedQueue<Flow> flows = new ConcurrentLinkedQueue<>();
        boot();
        parcels.north.does = (_, _) -> flows.add(Flow.current().orElseThrow());
        Envelope envelope = traced();

        platform.bus().publish(List.of(new Outgoing(envelope, Parcels.NORTH, Duration.ZERO)));

        eventually(() -> assertThat(spans.getFinishedSpanItems())
                .singleElement()
                .satisfies(span -> {
                    assertThat(span.getName()).isEqualTo("process " + Parcels.NORTH);
                    assertThat(span.getKind()).isEqualTo(SpanKind.CONSUMER);
                    assertThat(span.getTraceId()).isEqualTo(TRACE);
                    assertThat(span.getParentSpanId()).isEqualTo(PARENT);
                    assertThat(text(span, "messaging.destination.name")).isEqualTo(Parcels.NORTH);
                    assertThat(text(span, "messaging.message.id")).isEqualTo(envelope.id());
                    assertThat(text(span, "messaging.message.conversation_id")).isEqualTo(envelope.correlationId());
                    assertThat(text(span, "messaging.operation.type")).isEqualTo("process");
                    assertThat(flows)
                            .containsExactly(new Flow(
                                    envelope.correlationId(),
                                    envelope.id(),
                                    "ada",
                                    "00-%s-%s-01".formatted(TRACE, span.getSpanId())));
                }));
    }

    @Test
    void aFailedDeliverysSpanSaysTheErrorsClassAndNothingOfTheEvent() {
        boot();
        parcels.north.does = (_, _) -> {
            throw new IllegalStateException("contents");
        };

        platform.bus().publish(List.of(new Outgoing(traced(), Parcels.NORTH, Duration.ZERO)));

        eventually(() -> assertThat(spans.getFinishedSpanItems()).first().satisfies(span -> {
            assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
            assertThat(text(span, "error.type")).isEqualTo("java.lang.IllegalStateException");
            assertThat(span.toString()).doesNotContain("contents");
        }));
    }

    @Test
    void whatIsLoggedDuringADeliveryCarriesItsIds() {
        ConcurrentLinkedQueue<Map<String, String>> contexts = new ConcurrentLinkedQueue<>();
        boot();
        parcels.north.does = (_, _) -> contexts.add(MDC.getCopyOfContextMap());
        Envelope envelope = traced();

        platform.bus().publish(List.of(new Outgoing(envelope, Parcels.NORTH, Duration.ZERO)));

        eventually(() -> assertThat(contexts)
                .containsExactly(Map.of(
                        "correlationId", envelope.correlationId(), "eventId", envelope.id(), "service", "depot")));
    }

    private void boot() {
        OpenTelemetrySdk telemetry = OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .addSpanProcessor(SimpleSpanProcessor.create(spans))
                        .build())
                .build();
        platform = EmbeddedPlatform.in(
                        folder,
                        BusOptions.defaults().tracedBy(telemetry),
                        parcels.consumers(),
                        Parcels.SENDER,
                        Parcels.DEPOT)
                .started();
    }

    private static Envelope traced() {
        Envelope plain = Parcels.envelope("p1");
        return new Envelope(
                plain.id(),
                plain.source(),
                plain.type(),
                plain.version(),
                plain.time(),
                plain.subject(),
                plain.dataschema(),
                plain.aggregateVersion(),
                plain.correlationId(),
                null,
                plain.actor(),
                "00-%s-%s-01".formatted(TRACE, PARENT),
                plain.data());
    }

    private static String text(SpanData span, String attribute) {
        return span.getAttributes().get(AttributeKey.stringKey(attribute));
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().atMost(ofSeconds(30)).untilAsserted(assertion);
    }
}
