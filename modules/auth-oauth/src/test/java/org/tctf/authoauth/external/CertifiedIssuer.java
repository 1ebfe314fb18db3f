package org.tctf.authoauth.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * An OpenID provider that is none of ours: the certified one for Node.js, as its package comes from the registry, in a
 * process of its own.
 */
final class CertifiedIssuer implements AutoCloseable {
    static final String CLIENT_ID = "the-platform";
    static final String CLIENT_SECRET = "a-secret-between-the-two-of-us";
    private static final int MOST_REDIRECTS = 12;

    private final Process process;
    private final BufferedReader out;
    private final Writer in;
    final URI issuer;

    private CertifiedIssuer(Process process) throws IOException {
        this.process = process;
        out = process.inputReader();
        in = process.outputWriter();
        String line = out.readLine();
        // It warns of what is fit for tests only.
        while (line != null && !line.startsWith("http://")) {
            line = out.readLine();
        }
        assertThat(line).as("the issuer's first line").isNotNull();
        issuer = URI.create(line);
    }

    static CertifiedIssuer start(String redirectUri) throws IOException, InterruptedException {
        Path folder = folder();
        if (!Files.isDirectory(folder.resolve("node_modules"))) {
            Process install = run(folder, "npm", "ci", "--prefer-offline", "--ignore-scripts");
            String said = new String(install.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(install.waitFor()).as(said).isZero();
        }
        return new CertifiedIssuer(run(folder, "node", "issuer.mjs", CLIENT_ID, CLIENT_SECRET, redirectUri));
    }

    /** What a browser brings back that goes there as this subject. */
    Back visit(String authorizationUrl, String subject) {
        try (HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build()) {
            URI next =
                    URI.create(authorizationUrl + "&login_hint=" + URLEncoder.encode(subject, StandardCharsets.UTF_8));
            for (int i = 0; i < MOST_REDIRECTS; i++) {
                HttpResponse<String> answer =
                        browser.send(HttpRequest.newBuilder(next).build(), BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(answer.body()).isIn(302, 303);
                next = next.resolve(answer.headers().firstValue("Location").orElseThrow());
                if (!next.getAuthority().equals(issuer.getAuthority())) {
                    return Back.of(next);
                }
            }
            throw new AssertionError("never came back: " + next);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Signs with another key from now on; the one before is gone. */
    void rotateKeys() throws IOException {
        in.write("rotate\n");
        in.flush();
        String line = out.readLine();
        while (line != null && !line.equals("rotated")) {
            line = out.readLine();
        }
        assertThat(line).isEqualTo("rotated");
    }

    @Override
    public void close() {
        process.destroy();
    }

    private static Process run(Path folder, String... command) throws IOException {
        try {
            return new ProcessBuilder(List.of(command))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException missing) {
            String message =
                    "NOT CHECKED: sign-in with a provider of others, since %s is not installed".formatted(command[0]);
            assertThat(System.getenv("CI")).as(message).isNull();
            return abort(message);
        }
    }

    private static Path folder() {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(root.resolve("modules/auth-oauth"))) {
            root = root.getParent();
        }
        return root.resolve("modules/auth-oauth/src/test/issuer");
    }
}
