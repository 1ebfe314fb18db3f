package org.tctf.http;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** One server for the tests of a class; each test begins an hour later than the one before, with all limits fresh. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WithServer {
    static final String JSON = "application/json";

    Server server;

    Map<String, Object> settings() {
        return Map.of();
    }

    @BeforeAll
    void start() {
        server = Server.start(settings());
    }

    @BeforeEach
    void freshLimits() {
        server.clock().advance(Limits.WINDOW);
        server.moments().reset();
        server.served().clear();
    }

    @AfterAll
    void stop() {
        server.close();
    }
}
