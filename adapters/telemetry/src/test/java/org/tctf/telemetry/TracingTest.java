package org.tctf.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tctf.kernel.Flow;

class TracingTest {
    private final List<EndedSpan> ended = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final Tracer tracer = Tracing.into(ended::add, () -> now).getTracer("test");

    @Test
    void aSpanCarriesTheCorrelationIdOfItsFlow() {
        new Flow("corr-1", null, "anonymous", null).run(() -> span("GET /v1/members"));

        assertThat(ended).singleElement().satisfies(span -> {
            assertThat(span.correlationId()).isEqualTo("corr-1");
            assertThat(span.name()).isEqualTo("GET /v1/members");
            assertThat(span.kind()).isEqualTo("SERVER");
            assertThat(span.parentId()).isNull();
            assertThat(span.attributes()).doesNotContainKey(Tracing.CORRELATION_ID);
        });
    }

    @Test
    void aFailedSpanSaysWhyAndKeepsNoToken() {
        tracer.spanBuilder("call")
                .startSpan()
                .setStatus(StatusCode.ERROR, "refused Bearer abcdefghijklmnop")
                .end();

        assertThat(ended.getFirst().error()).isEqualTo("refused Bearer •••");
    }

    @Test
    void probesAndTheConsoleItselfLeaveNoTrace() {
        span("GET /health");
        span("GET /console/api/events");

        assertThat(ended).isEmpty();
    }

    @Test
    void aFloodOfOneKindOfRequestDoesNotPushOutAnother() {
        for (int i = 0; i < 1000; i++) {
            span("GET /v1/members");
        }
        span("POST /v1/account/signup");

        assertThat(ended).hasSize(TraceBudget.PER_SECOND + 1);
        assertThat(ended.getLast().name()).isEqualTo("POST /v1/account/signup");

        now = now.plusSeconds(1);
        span("GET /v1/members");
        assertThat(ended).hasSize(TraceBudget.PER_SECOND + 2);
    }

    @Test
    void silentTracingStillPassesTheTraceOn() {
        Span span = Tracing.silent().getTracer("test").spanBuilder("any").startSpan();

        assertThat(span.getSpanContext().isValid()).isTrue();
        assertThat(span.isRecording()).isFalse();
    }

    private void span(String name) {
        tracer.spanBuilder(name).setSpanKind(SpanKind.SERVER).startSpan().end();
    }
}
