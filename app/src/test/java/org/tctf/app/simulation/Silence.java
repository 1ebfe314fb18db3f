package org.tctf.app.simulation;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** Nothing is logged until it is closed: a process that is killed complains of it at length. The trail says what happened. */
final class Silence implements AutoCloseable {
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level before = root.getLevel();

    Silence() {
        root.setLevel(Level.toLevel(System.getProperty("tctf.simulation.log"), Level.OFF));
    }

    @Override
    public void close() {
        root.setLevel(before);
    }
}
