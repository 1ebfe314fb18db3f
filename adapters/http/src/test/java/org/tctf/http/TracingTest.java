package org.tctf.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.junit.jupiter.api.Test;

class TracingTest extends WithServer {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Test
    void theCallersTraceGoesOnInOneServerSpan() {
        Answer answer = server.get("/v1/notes/seen")
                .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                .send();

        SpanData span = last();
        assertThat(span.getTraceId()).isEqualTo(TRACE);
        assertThat(span.getParentSpanId()).isEqualTo("00f067aa0ba902b7");
        assertThat(span.getKind()).isEqualTo(SpanKind.SERVER);
        assertThat(span.getName()).isEqualTo("GET /v1/notes/seen");
        assertThat(span.getAttributes().get(AttributeKey.stringKey("http.route")))
                .isEqualTo("/v1/notes/seen");
        assertThat(span.getAttributes().get(AttributeKey.longKey("http.response.status_code")))
                .isEqualTo(200);
        assertThat(answer.json().path("traceparent").asText())
                .isEqualTo("00-" + TRACE + "-" + span.getSpanId() + "-01");
    }

    @Test
    void withoutOneANewTraceBegins() {
        Answer answer = server.get("/v1/notes/seen").send();

        assertThat(answer.json().path("traceparent").asText()).contains(last().getTraceId());
        assertThat(server.served().getFirst().traceId()).isEqualTo(last().getTraceId());
    }

    @Test
    void aBugMarksItsSpanAndARefusalDoesNot() {
        server.get("/v1/notes/broken").send();
        assertThat(last().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);

        server.get("/v1/notes/refused").send();
        assertThat(last().getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    }

    private SpanData last() {
        return server.spans().getLast();
    }
}
