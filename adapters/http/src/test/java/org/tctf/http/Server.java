package org.tctf.http;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.runtime.server.EmbeddedServer;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.spec.SecretKeySpec;
import org.tctf.contracts.ScratchFolder;
import org.tctf.http.notes.Moments;
import org.tctf.identity.Principal;
import org.tctf.identity.Role;
import org.tctf.identity.TokenVerifier;
import org.tctf.json.JacksonCodec;
import org.tctf.kernel.Codec;
import org.tctf.kernel.Ids;
import org.tctf.kernel.Problem;
import org.tctf.kernel.table.Cursors;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;
import org.tctf.kernel.web.MailedLinks;
import org.tctf.kernel.web.Quota;
import org.tctf.kernel.web.RateCounters;
import org.tctf.sqlite.Durability;
import org.tctf.sqlite.SqliteTables;

/** The pipeline on a real server with the notes service behind it, and a client. */
final class Server implements AutoCloseable {
    private final EmbeddedServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Server(EmbeddedServer server) {
        this.server = server;
    }

    static Server start(Map<String, Object> settings) {
        return new Server(ApplicationContext.run(EmbeddedServer.class, settings));
    }

    Call get(String path) {
        return new Call("GET", path);
    }

    Call post(String path, String json) {
        return new Call("POST", path).json(json);
    }

    Call call(String method, String path) {
        return new Call(method, path);
    }

    int port() {
        return server.getPort();
    }

    Clock clock() {
        return bean(Clock.class);
    }

    Moments moments() {
        return bean(Moments.class);
    }

    Deque<ServedRequest> served() {
        return bean(Served.class).requests;
    }

    List<SpanData> spans() {
        return bean(InMemorySpanExporter.class).getFinishedSpanItems();
    }

    Deque<String> counted() {
        return bean(Counted.class).buckets;
    }

    Deque<String> checkedTokens() {
        return bean(Tokens.class).checked;
    }

    <T> T bean(Class<T> type) {
        return server.getApplicationContext().getBean(type);
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }

    /** A request in the making. */
    final class Call {
        private final HttpRequest.Builder request;
        private final String method;
        private HttpRequest.BodyPublisher body = BodyPublishers.noBody();

        Call(String method, String path) {
            this.method = method;
            request = HttpRequest.newBuilder(URI.create(server.getURL() + path)).timeout(Duration.ofSeconds(20));
        }

        Call header(String name, String value) {
            request.header(name, value);
            return this;
        }

        Call as(String member, Role... roles) {
            return header("Authorization", String.join(".", names(member, roles)));
        }

        Call json(String json) {
            return body(json.getBytes(StandardCharsets.UTF_8), "application/json");
        }

        Call body(byte[] bytes, String type) {
            return body(BodyPublishers.ofByteArray(bytes)).header("Content-Type", type);
        }

        Call body(HttpRequest.BodyPublisher publisher) {
            body = publisher;
            return this;
        }

        Answer send() {
            try {
                return new Answer(client.send(request.method(method, body).build(), BodyHandlers.ofByteArray()));
            } catch (IOException | InterruptedException broken) {
                throw new IllegalStateException(method + " broke", broken);
            }
        }

        private static List<String> names(String member, Role[] roles) {
            List<String> names = new ArrayList<>(List.of("Bearer " + member, "MEMBER"));
            for (Role role : roles) {
                names.add(role.name());
            }
            return names;
        }
    }

    /** A clock that stands until it is moved. */
    static final class Clock implements InstantSource {
        private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-20T10:00:00Z"));

        @Override
        public Instant instant() {
            return now.get();
        }

        void advance(Duration by) {
            now.updateAndGet(instant -> instant.plus(by));
        }
    }

    @Singleton
    static final class Served implements RequestObserver {
        final Deque<ServedRequest> requests = new ConcurrentLinkedDeque<>();

        @Override
        public void served(ServedRequest request) {
            requests.add(request);
        }
    }

    /** The buckets that were counted in. */
    @Singleton
    static final class Counted implements RateCounters {
        final Deque<String> buckets = new ConcurrentLinkedDeque<>();
        private final RateCounters counters = new CaffeineRateCounters();

        @Override
        public Standing count(String bucket, Quota quota, Instant now) {
            buckets.add(bucket);
            return counters.count(bucket, quota, now);
        }
    }

    /** Tokens read {@code member.ROLE.ROLE}, those of programs {@code program:scope}. */
    @Singleton
    static final class Tokens implements TokenVerifier {
        final Deque<String> checked = new ConcurrentLinkedDeque<>();
        private final Set<String> proven = ConcurrentHashMap.newKeySet();

        @Override
        public boolean knows(String token) {
            return proven.contains(token);
        }

        @Override
        public Principal verify(String token) {
            if (!knows(token)) {
                checked.add(token);
            }
            if (token.equals("expired")) {
                throw Problem.unauthenticated("TOKEN_EXPIRED", "This token has expired.");
            }
            if (token.startsWith("program:")) {
                return Principal.ofServiceKey("program", "key", Set.of(token.substring("program:".length())));
            }
            String[] parts = token.split("\\.");
            if (parts.length < 2) {
                throw Problem.unauthenticated("INVALID_TOKEN", "This is not a token of ours.");
            }
            Set<Role> roles = EnumSet.of(Role.MEMBER);
            for (int i = 1; i < parts.length; i++) {
                roles.add(Role.valueOf(parts[i]));
            }
            proven.add(token);
            return parts[0].equals("weak")
                    ? new Principal(
                            parts[0], Set.of(Role.MEMBER), "session", Instant.EPOCH, Set.of(), Set.of(Role.ADMIN))
                    : new Principal(parts[0], roles, "session", Instant.EPOCH);
        }

        @Override
        public boolean hasEnded(String sessionId, Instant since) {
            return false;
        }
    }

    @Factory
    static final class Wiring {

        // Primary, because Micronaut has an InstantSource of its own.
        @Primary
        @Singleton
        Clock clock() {
            return new Clock();
        }

        @Singleton
        Ids ids(Clock clock) {
            return Ids.v7(clock, new Random());
        }

        @Singleton
        @Bean(preDestroy = "close")
        SqliteTables files(ScratchFolder folder, Clock clock) {
            return SqliteTables.open(folder.path(), Durability.RELAXED, clock);
        }

        /** Where the tables lie while the server runs. */
        @Singleton
        @Bean(preDestroy = "close")
        ScratchFolder folder() {
            return ScratchFolder.named("tctf-http");
        }

        @Singleton
        ServiceTables tables(SqliteTables files, Codec codec, Clock clock, Ids ids) {
            Cursors cursors = new Cursors(new SecretKeySpec(new byte[32], "AES"), new SecureRandom());
            Map<String, ServiceTable> tables = new ConcurrentHashMap<>();
            return service -> tables.computeIfAbsent(
                    service.name(),
                    name -> new ServiceTable(service, files.of(service), codec, envelope -> {}, cursors, clock, ids));
        }

        @Singleton
        InMemorySpanExporter spans() {
            return InMemorySpanExporter.create();
        }

        @Singleton
        OpenTelemetry telemetry(InMemorySpanExporter spans) {
            return OpenTelemetrySdk.builder()
                    .setTracerProvider(SdkTracerProvider.builder()
                            .addSpanProcessor(SimpleSpanProcessor.create(spans))
                            .build())
                    .build();
        }

        /** Links read {@code mailed-…}, in any case. */
        @Singleton
        MailedLinks mailedLinks() {
            return token -> Optional.of(token.toLowerCase(Locale.ROOT)).filter(link -> link.startsWith("mailed-"));
        }

        @Singleton
        Codec codec() {
            return new JacksonCodec();
        }
    }
}
