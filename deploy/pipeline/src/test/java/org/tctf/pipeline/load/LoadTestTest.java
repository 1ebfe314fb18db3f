package org.tctf.pipeline.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server that can be told to stall, to fail or to be silent. */
class LoadTestTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch never = new CountDownLatch(1);
    private final List<String> progress = new ArrayList<>();
    private HttpServer server;
    private HttpClient http;

    @BeforeEach
    void aServer() throws IOException {
        http = HttpClient.newHttpClient();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.createContext("/broken", exchange -> {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        server.createContext("/silent", exchange -> {
            try {
                never.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        never.countDown();
        server.stop(0);
        http.close();
    }

    @Test
    void requestsLeaveAtTheRateAndAreAllAnswered() {
        Result result = load(new Profile(200, Duration.ZERO, Duration.ofSeconds(2), TIMEOUT, 1_000), "/");
        assertThat(asked).hasValue(400);
        assertThat(result.micros().getTotalCount()).isEqualTo(400);
        assertThat(result.failures()).isEmpty();
        assertThat(result.took()).isBetween(Duration.ofMillis(1_900), Duration.ofSeconds(10));
        assertThat(result.broken(TIMEOUT, 0)).isEmpty();
        assertThat(progress).hasSizeGreaterThanOrEqualTo(2).allMatch(line -> line.contains("answers"));
    }

    /** One stall of half a second in a second of load: about half of all requests were due in it and had to wait. */
    @Test
    void aStallIsFeltByAllThatWereDueInItNotOnlyByTheOneThatMetIt() {
        Object door = new Object();
        AtomicInteger first = new AtomicInteger();
        server.createContext("/stalls", exchange -> {
            synchronized (door) {
                if (first.getAndIncrement() == 0) {
                    stall(500);
                }
            }
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        Result result = load(new Profile(100, Duration.ZERO, Duration.ofSeconds(1), TIMEOUT, 1_000), "/stalls");
        assertThat(result.micros().getTotalCount()).isEqualTo(100);
        assertThat(result.millis(99)).isGreaterThan(400);
        assertThat(result.millis(70)).isGreaterThan(100);
    }

    @Test
    void answersFrom400OnAreFailuresOfTheirKind() {
        Result result = load(new Profile(50, Duration.ZERO, Duration.ofSeconds(1), TIMEOUT, 1_000), "/broken", "/");
        assertThat(result.failures()).containsExactlyInAnyOrderEntriesOf(Map.of("503", 25L));
        assertThat(result.failureShare()).isEqualTo(0.5);
        assertThat(result.broken(TIMEOUT, 0.4)).singleElement().asString().contains("50.000 % failed (503: 25)");
        assertThat(result.broken(Duration.ZERO, 1)).singleElement().asString().contains("p99 is");
    }

    @Test
    void aServerThatIsSilentEndsInTimeoutsNotInATestThatHangs() {
        Result result =
                load(new Profile(20, Duration.ZERO, Duration.ofSeconds(1), Duration.ofMillis(300), 1_000), "/silent");
        assertThat(result.failures()).containsEntry("HttpTimeoutException", 20L);
        assertThat(result.failureShare()).isEqualTo(1);
    }

    @Test
    void whatFindsNoRoomIsNotSentAndCountsAsFailed() {
        Result result =
                load(new Profile(100, Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(2), 10), "/silent");
        assertThat(result.failures()).containsEntry("not sent", 90L).containsEntry("HttpTimeoutException", 10L);
        assertThat(result.failureShare()).isEqualTo(1);
        assertThat(result.table()).contains("not sent: 90");
    }

    @Test
    void theStandardProfileIsAThousandASecondForFiveMinutes() {
        assertThat(Profile.STANDARD.requests() - Profile.STANDARD.uncounted()).isEqualTo(300_000);
        assertThat(Profile.STANDARD.dueNanos(5_000)).isEqualTo(TimeUnit.SECONDS.toNanos(10));
        assertThat(Profile.STANDARD.dueNanos(6_000)).isEqualTo(TimeUnit.SECONDS.toNanos(11));
    }

    @Test
    void whileTheRateRisesItsAverageIsHalfOfWhatItBecomes() {
        Profile profile = new Profile(100, Duration.ofSeconds(4), Duration.ofSeconds(1), TIMEOUT, 1_000);
        assertThat(profile.uncounted()).isEqualTo(200);
        assertThat(profile.dueNanos(50)).isEqualTo(TimeUnit.SECONDS.toNanos(2));
        assertThat(profile.dueNanos(199)).isLessThan(profile.dueNanos(200));
    }

    @Test
    void whatHappensWhileTheRateRisesIsNotCounted() {
        AtomicInteger calls = new AtomicInteger();
        server.createContext("/warms-up", exchange -> {
            exchange.sendResponseHeaders(calls.incrementAndGet() <= 20 ? 503 : 204, -1);
            exchange.close();
        });
        Result result =
                load(new Profile(100, Duration.ofSeconds(1), Duration.ofSeconds(1), TIMEOUT, 1_000), "/warms-up");
        assertThat(calls).hasValue(150);
        assertThat(result.micros().getTotalCount()).isEqualTo(100);
        assertThat(result.failures()).isEmpty();
        assertThat(progress.getLast()).endsWith("20 failed");
    }

    private Result load(Profile profile, String... paths) {
        List<HttpRequest> requests = new ArrayList<>();
        for (String path : paths) {
            requests.add(HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path))
                    .timeout(profile.timeout())
                    .build());
        }
        return new LoadTest(http, requests, profile, progress::add).run();
    }

    /** A server's pause is what is tested here, so it is a pause. */
    private static void stall(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
