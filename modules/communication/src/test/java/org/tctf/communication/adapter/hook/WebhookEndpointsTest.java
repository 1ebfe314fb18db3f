package org.tctf.communication.adapter.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tctf.communication.adapter.carrier.WebhookEndpoints;
import org.tctf.communication.application.Carriers.NoneAvailable;
import org.tctf.communication.application.Carriers.Outcome;
import org.tctf.communication.application.HookCarrier;
import org.tctf.kernel.breaker.Breaker;
import org.tctf.kernel.breaker.BreakerStates;
import org.tctf.testing.LocalCertificate;
import org.tctf.testing.MutableClock;

/** Posts to a real HTTPS server of this machine, which the tests alone may go to. */
class WebhookEndpointsTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Predicate<InetAddress> ANYWHERE = address -> true;

    @TempDir
    static Path folder;

    private static SSLContext tls;

    private record Got(String method, Map<String, List<String>> headers, String body) {}

    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-20T09:00:00Z"));
    private final List<Got> got = new ArrayList<>();
    private HttpsServer server;
    private volatile int answer = 200;

    @BeforeAll
    static void certificate() throws IOException, InterruptedException, GeneralSecurityException {
        tls = LocalCertificate.in(folder);
    }

    @AfterAll
    static void forget() {
        tls = null;
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aPostIsSignedAndArrives() throws IOException {
        try (ApacheHooksHandle hooks = new ApacheHooksHandle(ANYWHERE)) {
            assertThat(hooks.endpoints().carry(post("/hook"))).isInstanceOf(Outcome.Taken.class);
        }
        Got request = got.getFirst();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.body()).isEqualTo("{\"type\":\"DIGEST_DUE\"}");
        assertThat(request.headers().get("Webhook-id")).containsExactly("message-1");
        assertThat(request.headers().get("Webhook-timestamp"))
                .containsExactly(Long.toString(clock.instant().getEpochSecond()));
        assertThat(request.headers().get("Webhook-signature"))
                .containsExactly(Signature.of(SECRET, "message-1", clock.instant(), request.body()));
        assertThat(request.headers()).doesNotContainKeys("Cookie", "Authorization");
    }

    @Test
    void aNameThatLeadsIntoOurNetworkIsNotConnectedTo() throws IOException {
        try (ApacheHooksHandle hooks = new ApacheHooksHandle(PublicAddresses::contains)) {
            assertThatThrownBy(() -> hooks.endpoints().carry(post("/hook"))).isInstanceOf(NoneAvailable.class);
            assertThatThrownBy(() -> hooks.hooks().post(post("/hook")))
                    .rootCause()
                    .hasMessageContaining("leads to no public address");
        }
        assertThat(got).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308, 400, 401, 404, 410})
    void aRedirectIsNotFollowedAndARefusalIsFinal(int status) throws IOException {
        answer = status;
        try (ApacheHooksHandle hooks = new ApacheHooksHandle(ANYWHERE)) {
            assertThat(hooks.endpoints().carry(post("/hook"))).isInstanceOf(Outcome.Refused.class);
        }
        assertThat(got).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 503})
    void aServerInTroubleIsAskedAgainLaterAndAfterThreeTimesLeftAlone(int status) throws IOException {
        answer = status;
        try (ApacheHooksHandle hooks = new ApacheHooksHandle(ANYWHERE)) {
            WebhookEndpoints endpoints = hooks.endpoints();
            for (int i = 0; i < Breaker.FAILURES + 2; i++) {
                assertThatThrownBy(() -> endpoints.carry(post("/hook"))).isInstanceOf(NoneAvailable.class);
            }
            assertThat(got).hasSize(Breaker.FAILURES);
            answer = 204;
            clock.advance(Breaker.REST);
            assertThat(endpoints.carry(post("/hook"))).isInstanceOf(Outcome.Taken.class);
        }
    }

    @Test
    void aCertificateThatNobodyVouchesForIsTrouble() throws IOException, GeneralSecurityException {
        ApacheHooks strict = new ApacheHooks(ANYWHERE, SSLContext.getDefault());
        assertThatThrownBy(() -> strict.post(post("/hook"))).hasMessageContaining("no answer");
        strict.close();
        assertThat(got).isEmpty();
    }

    /** The client of one test. */
    private final class ApacheHooksHandle implements AutoCloseable {
        private final ApacheHooks hooks;

        ApacheHooksHandle(Predicate<InetAddress> mayGoTo) {
            hooks = new ApacheHooks(mayGoTo, tls);
        }

        ApacheHooks hooks() {
            return hooks;
        }

        WebhookEndpoints endpoints() {
            return new WebhookEndpoints(hooks, BreakerStates.inMemory(), clock);
        }

        @Override
        public void close() throws IOException {
            hooks.close();
        }
    }

    private HookCarrier.Post post(String path) {
        URI url = URI.create(
                "https://localhost:%d%s".formatted(server.getAddress().getPort(), path));
        return new HookCarrier.Post("message-1", url, SECRET, "{\"type\":\"DIGEST_DUE\"}", clock.instant());
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            synchronized (got) {
                got.add(new Got(
                        exchange.getRequestMethod(),
                        Map.copyOf(exchange.getRequestHeaders()),
                        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            }
            if (answer / 100 == 3) {
                exchange.getResponseHeaders().set("Location", "/elsewhere");
            }
            exchange.sendResponseHeaders(answer, -1);
        }
    }
}
