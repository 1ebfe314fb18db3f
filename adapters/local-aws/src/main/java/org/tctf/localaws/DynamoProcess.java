package org.tctf.localaws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** DynamoDB Local in a JVM of its own. */
final class DynamoProcess {
    private static final String MAIN = "software.amazon.dynamodb.services.local.main.ServerRunner";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(50);

    /** Another program may take the free port before DynamoDB Local does. */
    private static final int TRIES = 3;

    private DynamoProcess() {}

    /** @throws IllegalStateException when it does not answer; says what it printed */
    static URI start(String classPath) {
        for (int tries = 1; ; tries++) {
            int port = freePort();
            ChildJvm child = ChildJvm.start(
                    classPath,
                    MAIN,
                    List.of("-inMemory", "-sharedDb", "-disableTelemetry", "-port", Integer.toString(port)));
            URI endpoint = URI.create("http://127.0.0.1:" + port);
            if (answersInTime(child, endpoint)) {
                return endpoint;
            }
            child.stop();
            if (tries == TRIES) {
                throw new IllegalStateException("DynamoDB Local does not start; it said:\n" + child.said());
            }
        }
    }

    private static boolean answersInTime(ChildJvm child, URI endpoint) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (child.isAlive() && System.nanoTime() < end) {
                if (answers(http, endpoint)) {
                    return child.isAlive();
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
            return false;
        }
    }

    private static boolean answers(HttpClient http, URI endpoint) {
        try {
            // Unsigned, so it is refused; but then something is there to refuse it.
            http.send(
                    HttpRequest.newBuilder(endpoint).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.discarding());
            return true;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while DynamoDB Local started", stopped);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
