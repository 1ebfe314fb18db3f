package org.tctf.testing;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A push service of this machine, under a public name that leads here only for a client that is told so. */
public final class PushService implements AutoCloseable {
    public static final String NAME = "push.example.org";

    /** A request as it came. */
    public record Got(String path, Headers headers, byte[] body) {}

    private record Saying(int status, @Nullable String retryAfter) {}

    private final HttpsServer server;
    private final List<Got> got = new CopyOnWriteArrayList<>();
    private volatile Saying answer = new Saying(201, null);

    private PushService(HttpsServer server) {
        this.server = server;
    }

    public static PushService start(SSLContext tls) throws IOException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        PushService service = new PushService(server);
        server.createContext("/", service::take);
        server.start();
        return service;
    }

    /** Where {@link #NAME} is to lead, instead of HTTPS' own port. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** What came, oldest first. */
    public List<Got> got() {
        return got;
    }

    /** From now on. */
    public void answers(int status, @Nullable String retryAfter) {
        answer = new Saying(status, retryAfter);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            got.add(new Got(
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestHeaders(),
                    exchange.getRequestBody().readAllBytes()));
            Saying saying = answer;
            if (saying.retryAfter() != null) {
                exchange.getResponseHeaders().set("Retry-After", saying.retryAfter());
            }
            if (saying.status() / 100 == 3) {
                exchange.getResponseHeaders().set("Location", "/elsewhere");
            }
            exchange.sendResponseHeaders(saying.status(), -1);
        }
    }
}
