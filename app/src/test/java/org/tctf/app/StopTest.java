package org.tctf.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StopTest {

    @TempDir
    Path folder;

    @Test
    void aStoppedPlatformEndsWithinTenSecondsAndStartsAgain() {
        Path data = folder.resolve("data");
        for (int i = 0; i < 2; i++) {
            try (PlatformProcess platform = PlatformProcess.start(data, PlatformProcess.freePort(), Map.of())) {
                platform.awaitReady();
                Instant asked = Instant.now();

                platform.terminate();

                assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(10));
                assertThat(platform.output()).contains("everything is written down");
            }
        }
    }
}
