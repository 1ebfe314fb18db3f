package org.tctf.telemetry;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.Locale;
import org.slf4j.LoggerFactory;

/**
 * How the platform logs, said in Java because reading logback's XML costs more of the start than everything else in
 * logback. To stdout: JSON lines in production ({@code tctf.mode} or {@code TCTF_MODE} is {@code prod}) and inside Lambda,
 * lines for people otherwise. {@code TCTF_LOG_LEVEL} sets the root's level, default INFO.
 */
public final class Logs extends ContextAwareBase implements Configurator {

    /** Stops listening when closed. */
    public interface Listening extends AutoCloseable {
        @Override
        void close();
    }

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        String mode =
                setting("tctf.mode", "TCTF_MODE", System.getenv("AWS_LAMBDA_FUNCTION_NAME") == null ? "dev" : "prod");
        Encoder<ILoggingEvent> encoder = mode.equals("prod") ? new JsonLines() : new OneLiners();
        encoder.setContext(context);
        encoder.start();
        ConsoleAppender<ILoggingEvent> stdout = new ConsoleAppender<>();
        stdout.setContext(context);
        stdout.setName("stdout");
        stdout.setEncoder(encoder);
        stdout.start();
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.toLevel(setting("tctf.log.level", "TCTF_LOG_LEVEL", "INFO"), Level.INFO));
        root.addAppender(stdout);
        // Netty and Micronaut say at INFO what only their own developers ask for.
        context.getLogger("io.netty").setLevel(Level.WARN);
        context.getLogger("io.micronaut").setLevel(Level.WARN);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /** Hands every line of a flow to the listener too, until closed. */
    public static Listening listen(LogListener listener) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        LogTap tap = new LogTap(listener);
        tap.setContext(context);
        tap.start();
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.addAppender(tap);
        return () -> {
            root.detachAppender(tap);
            tap.stop();
        };
    }

    private static String setting(String property, String variable, String otherwise) {
        String set = System.getProperty(property, System.getenv(variable));
        return set == null ? otherwise : set.strip().toLowerCase(Locale.ROOT);
    }
}
