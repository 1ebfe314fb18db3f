package org.tctf.authoauth.external;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * An OpenID provider that does wrong what no certified one can be made to do. It signs what it is told, answers what it is
 * told, or nothing; and, as a GitHub server, it answers the calls of GitHub's documentation.
 */
final class StubbornIssuer implements AutoCloseable {
    private static final RSAKey KEY = key();
    private static final RSAKey STRANGERS_KEY = key();

    private final HttpServer server;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch closing = new CountDownLatch(1);
    final URI issuer;

    StubbornIssuer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        issuer = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        says("/.well-known/openid-configuration", """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token","jwks_uri":"%1$s/jwks",
                "response_types_supported":["code"],"subject_types_supported":["public"],
                "id_token_signing_alg_values_supported":["RS256"]}""".formatted(issuer));
        says("/jwks", new JWKSet(KEY).toString());
    }

    /** Answers this from now on; a number is a status, "hang" nothing at all, "redirect …" sends elsewhere. */
    void says(String path, String answer) {
        answers.put(path, answer);
    }

    /** Gives this id token for whatever code comes next. */
    void vouches(Map<String, String> request, String subject, UnaryOperator<JWTClaimsSet.Builder> changes) {
        vouches(request, subject, changes, KEY);
    }

    /** As another would who only pretends to have its key. */
    void isImpersonated(Map<String, String> request, String subject) {
        vouches(request, subject, claims -> claims, STRANGERS_KEY);
    }

    private void vouches(
            Map<String, String> request, String subject, UnaryOperator<JWTClaimsSet.Builder> changes, RSAKey signer) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer.toString())
                .subject(subject)
                .audience(request.get("client_id"))
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                .claim("nonce", request.get("nonce"))
                .claim("email", subject + "@example.org")
                .claim("email_verified", true);
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(signer.getKeyID())
                        .build(),
                changes.apply(claims).build());
        try {
            token.sign(new RSASSASigner(signer));
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
        says(
                "/token",
                "{\"access_token\":\"at\",\"token_type\":\"Bearer\",\"id_token\":\"%s\"}".formatted(token.serialize()));
    }

    /** How many requests have come. */
    int asked() {
        return asked.get();
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("own").generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        String answer = answers.getOrDefault(exchange.getRequestURI().getPath(), "404");
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            if (answer.equals("hang")) {
                closing.await();
                return;
            }
            if (answer.startsWith("redirect ")) {
                exchange.getResponseHeaders().set("Location", answer.substring(9));
                exchange.sendResponseHeaders(302, -1);
                return;
            }
            boolean isStatus = answer.length() == 3;
            byte[] body = (isStatus ? "{}" : answer).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(isStatus ? Integer.parseInt(answer) : 200, body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
