package org.tctf.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.tctf.lambda.notes.NotesService;

class TracingTest {

    @Test
    void whatAnInvocationRecordedHasLeftWhenItEnds() throws IOException {
        AtomicReference<String> received = new AtomicReference<>("");
        HttpServer collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            received.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
        try (var spans =
                Tracing.Spans.to("http://127.0.0.1:" + collector.getAddress().getPort(), NotesService.DEFINITION)) {
            spans.telemetry()
                    .getTracer("test")
                    .spanBuilder("write a note")
                    .startSpan()
                    .end();
            spans.flush();
            assertThat(received.get()).contains("write a note").contains("notes");
        } finally {
            collector.stop(0);
        }
    }

    @Test
    void aCollectorThatIsGoneFailsNothing() {
        try (var spans = Tracing.Spans.to("http://127.0.0.1:9", NotesService.DEFINITION)) {
            spans.telemetry()
                    .getTracer("test")
                    .spanBuilder("write a note")
                    .startSpan()
                    .end();
            spans.flush();
        }
    }
}
