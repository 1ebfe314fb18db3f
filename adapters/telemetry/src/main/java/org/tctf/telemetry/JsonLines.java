package org.tctf.telemetry;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import ch.qos.logback.core.encoder.JsonEscapeUtil;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.slf4j.event.KeyValuePair;
import org.tctf.kernel.Flow;

/**
 * One JSON object a line. Logback's own JsonEncoder does not fit: it writes the unformatted message beside its arguments,
 * so that nothing can be redacted, and knows thread-bound context only, while ours is a scoped value.
 */
final class JsonLines extends EncoderBase<ILoggingEvent> {

    @Override
    public byte[] headerBytes() {
        return new byte[0];
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        Optional<Flow> flow = Flow.current();
        StringBuilder line = new StringBuilder(256).append('{');
        field(line, "timestamp", event.getInstant().toString());
        field(line, "level", event.getLevel().toString());
        field(line, "logger", event.getLoggerName());
        field(line, "thread", event.getThreadName());
        field(line, "message", Redaction.of(event.getFormattedMessage()));
        flow.ifPresent(f -> {
            field(line, "correlationId", f.correlationId());
            field(line, "actor", f.actor());
        });
        List<KeyValuePair> more = event.getKeyValuePairs();
        if (more != null) {
            more.forEach(pair -> field(line, pair.key, Redaction.of(String.valueOf(pair.value))));
        }
        if (event.getThrowableProxy() != null) {
            field(line, "error", Redaction.of(ThrowableProxyUtil.asString(event.getThrowableProxy())));
        }
        line.setCharAt(line.length() - 1, '}');
        return line.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] footerBytes() {
        return new byte[0];
    }

    private static void field(StringBuilder line, String name, String value) {
        line.append('"').append(name).append("\":\"");
        line.append(JsonEscapeUtil.jsonEscapeString(value)).append("\",");
    }
}
