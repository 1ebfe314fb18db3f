package org.tctf.eventbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tctf.eventbridge.Shop.LONG;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.MDC;
import org.tctf.kernel.Flow;
import org.tctf.kernel.event.Envelope;

class WorkerTracesTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String PARENT = "b7ad6b7169203331";

    @TempDir
    Path folder;

    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private Shop shop;

    @BeforeEach
    void open() {
        OpenTelemetrySdk telemetry = OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .addSpanProcessor(SimpleSpanProcessor.create(spans))
                        .build())
                .build();
        shop = new Shop(folder, options -> options.tracedBy(telemetry));
    }

    @AfterEach
    void stop() {
        shop.close();
    }

    @Test
    void aDeliveryIsAChildOfTheSpanThatRaisedTheFactAndTheParentOfWhatItRaises() throws Exception {
        ConcurrentLinkedQueue<Flow> flows = new ConcurrentLinkedQueue<>();
        shop.packing.does = (_, _) -> flows.add(Flow.current().orElseThrow());
        Envelope command = shop.send(1).getFirst();

        shop.invoke(LONG);

        assertThat(spans.getFinishedSpanItems()).singleElement().satisfies(span -> {
            assertThat(span.getName()).isEqualTo("process shop-on-pack-order");
            assertThat(span.getKind()).isEqualTo(SpanKind.CONSUMER);
            assertThat(span.getTraceId()).isEqualTo(TRACE);
            assertThat(span.getParentSpanId()).isEqualTo(PARENT);
            assertThat(text(span, "messaging.system")).isEqualTo("aws_sqs");
            assertThat(text(span, "messaging.message.id")).isEqualTo(command.id());
            assertThat(flows)
                    .containsExactly(new Flow(
                            "correlation", command.id(), "ada", "00-%s-%s-01".formatted(TRACE, span.getSpanId())));
        });
    }

    @Test
    void aFailedDeliverysSpanSaysTheErrorsClassAndNothingOfTheEvent() throws Exception {
        shop.packing.does = (command, _) -> {
            throw new IllegalStateException(command.order());
        };
        shop.send(1);

        shop.invoke(LONG);

        assertThat(spans.getFinishedSpanItems()).singleElement().satisfies(span -> {
            assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
            assertThat(text(span, "error.type")).isEqualTo("java.lang.IllegalStateException");
            assertThat(span.toString()).doesNotContain("order 0");
        });
    }

    @Test
    void whatIsLoggedDuringADeliveryCarriesItsIds() throws Exception {
        ConcurrentLinkedQueue<Map<String, String>> contexts = new ConcurrentLinkedQueue<>();
        shop.packing.does = (_, _) -> contexts.add(MDC.getCopyOfContextMap());
        Envelope command = shop.send(1).getFirst();

        shop.invoke(LONG);

        assertThat(contexts)
                .containsExactly(Map.of("correlationId", "correlation", "eventId", command.id(), "service", "shop"));
    }

    private static String text(SpanData span, String attribute) {
        return span.getAttributes().get(AttributeKey.stringKey(attribute));
    }
}
