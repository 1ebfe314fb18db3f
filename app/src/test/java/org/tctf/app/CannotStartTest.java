package org.tctf.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A platform that cannot start says why in one sentence, with what to do, and ends with a code that is not zero. */
class CannotStartTest {

    @TempDir
    Path folder;

    @Test
    void aBusyPort() throws IOException {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertRefuses(
                    folder.resolve("data"),
                    busy.getLocalPort(),
                    Map.of(),
                    "Port %d of 127.0.0.1 is in use".formatted(busy.getLocalPort()));
        }
    }

    @Test
    void aDataFolderThatIsAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("data"), "not a folder");

        assertRefuses(file, PlatformProcess.freePort(), Map.of(), file.toString());
    }

    @Test
    void aSecondProcessOnTheSameFolder() {
        Path data = folder.resolve("data");
        try (PlatformProcess first = PlatformProcess.start(data, PlatformProcess.freePort(), Map.of())) {
            first.awaitReady();
            try (PlatformProcess second = PlatformProcess.start(data, PlatformProcess.freePort(), Map.of())) {
                assertThat(second.awaitExit()).isEqualTo(1);
                assertThat(second.output())
                        .startsWith("tctf: ")
                        .contains("in use by process")
                        .hasLineCount(1);
            }
            assertThat(first.isAlive()).isTrue();
        }
    }

    @Test
    void aDamagedDatabaseFileWhichIsLeftAsItIs() throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        Path damaged = data.resolve("onboarding.db");
        Files.writeString(damaged, "this was a database once".repeat(500));

        assertRefuses(data, PlatformProcess.freePort(), Map.of(), "onboarding.db");

        assertThat(Files.readString(damaged, StandardCharsets.UTF_8)).startsWith("this was a database once");
    }

    @Test
    void aSettingThatMakesNoSense() {
        assertRefuses(folder.resolve("data"), 0, Map.of("TCTF_MODE", "production"), "set it to dev or prod");
    }

    private static void assertRefuses(Path data, int port, Map<String, String> settings, String because) {
        try (PlatformProcess platform = PlatformProcess.start(data, port, settings)) {
            assertThat(platform.awaitExit()).isEqualTo(1);
            assertThat(platform.output()).startsWith("tctf: ").contains(because).hasLineCount(1);
        }
    }
}
