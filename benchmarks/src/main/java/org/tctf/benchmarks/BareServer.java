package org.tctf.benchmarks;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/** The floor: the JDK's own HTTP server on virtual threads, answering a profile-sized JSON and doing nothing else. */
public final class BareServer {
    private static final byte[] JSON = ("{\"id\":\"" + "x".repeat(600) + "\"}").getBytes(StandardCharsets.US_ASCII);

    private BareServer() {}

    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(System.getenv("TCTF_PORT"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1024);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, JSON.length);
            exchange.getResponseBody().write(JSON);
            exchange.close();
        });
        server.start();
    }
}
