package org.tctf.authoauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.tctf.testing.Platform;

/**
 * An unmodified client library that the OpenID Foundation has certified (openid-client, on Node.js) goes all the way. It is
 * fetched from the package registry at the first run, as its lock file pins it.
 */
class CertifiedClientHttpTest {
    private static final Path SOURCES = Path.of("src/test/relying-party");
    private static final Path FOLDER = Path.of("target/relying-party");

    @Test
    void discoversPushesRedeemsRefreshesReadsInspectsRevokesAndSignsOut() throws Exception {
        install();
        try (Platform platform = Platform.startWithoutRateLimits()) {
            // The library looks at the real clock.
            platform.advance(Duration.between(platform.clock().instant(), Instant.now()));
            World world = new World(platform);
            Member ada = world.member();
            Application app = world.application(ada);

            JsonNode report = new ObjectMapper()
                    .readTree(run(
                            "node",
                            "relying-party.js",
                            platform.address().toString().replaceAll("/$", ""),
                            "http://127.0.0.1:8080",
                            app.id(),
                            app.secret(),
                            ada.cookie()));

            assertThat(report.path("issuer").asText()).isEqualTo("http://127.0.0.1:8080");
            assertThat(report.path("pushed").asBoolean()).isTrue();
            assertThat(report.path("subject").asText()).isEqualTo(ada.userId());
            assertThat(report.path("email").asText()).isEqualTo(ada.email());
            assertThat(report.path("refreshed").asBoolean()).isTrue();
            assertThat(report.path("active").asBoolean()).isTrue();
            assertThat(report.path("revoked").asBoolean()).isTrue();
            assertThat(report.path("left").asText()).isEqualTo(World.SIGNED_OUT);
            assertThat(report.path("leftWithState").asBoolean()).isTrue();
            assertThat(platform.identity().sessions().of(ada.userId())).isEmpty();
        }
    }

    private static void install() throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        for (String file : List.of("package.json", "package-lock.json", "relying-party.js")) {
            Files.copy(SOURCES.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!Files.exists(FOLDER.resolve("node_modules/openid-client"))) {
            run("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts");
        }
    }

    private static String run(String... command) throws IOException, InterruptedException {
        File errors = FOLDER.resolve("errors.txt").toFile();
        Process process = new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectError(errors)
                .start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue())
                .as("%s said: %s", List.of(command).subList(0, 2), Files.readString(errors.toPath()))
                .isZero();
        return output;
    }
}
