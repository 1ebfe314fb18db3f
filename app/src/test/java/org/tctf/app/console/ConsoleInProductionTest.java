package org.tctf.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tctf.embedded.MailSettings;
import org.tctf.embedded.Mode;
import org.tctf.embedded.RunningPlatform;
import org.tctf.embedded.Settings;

class ConsoleInProductionTest {

    @Test
    void thereIsNoneUnlessSomebodyAsksForIt(@TempDir Path folder) throws Exception {
        Settings production =
                new Settings(0, folder, Mode.PROD, MailSettings.MAILBOX, URI.create("http://127.0.0.1:8080"), 0, true);
        try (RunningPlatform platform = RunningPlatform.start(production);
                HttpClient http = HttpClient.newHttpClient()) {
            assertThat(status(http, platform, "/console")).isEqualTo(404);
            assertThat(status(http, platform, "/console/api/services")).isEqualTo(404);
        }
        assertThat(folder.resolve("console.db")).doesNotExist();
    }

    private static int status(HttpClient http, RunningPlatform platform, String path)
            throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(platform.address().resolve(path)).build(), BodyHandlers.discarding())
                .statusCode();
    }
}
