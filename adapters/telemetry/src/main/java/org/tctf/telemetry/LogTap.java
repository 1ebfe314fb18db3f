package org.tctf.telemetry;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import org.tctf.kernel.Flow;

/** Hands the lines of flows to a listener; lines of nobody's flow stay on stdout only. */
final class LogTap extends AppenderBase<ILoggingEvent> {
    private final LogListener listener;

    LogTap(LogListener listener) {
        this.listener = listener;
    }

    @Override
    protected void append(ILoggingEvent event) {
        Flow.current()
                .ifPresent(flow -> listener.logged(new LogLine(
                        event.getInstant(),
                        event.getLevel().toString(),
                        event.getLoggerName(),
                        event.getThreadName(),
                        Redaction.of(event.getFormattedMessage()),
                        event.getThrowableProxy() == null
                                ? null
                                : Redaction.of(ThrowableProxyUtil.asString(event.getThrowableProxy())),
                        flow.correlationId())));
    }
}
