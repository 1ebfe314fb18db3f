package org.tctf.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.tctf.embedded.MailSettings;
import org.tctf.embedded.Mode;
import org.tctf.embedded.RunningPlatform;
import org.tctf.embedded.Settings;

/** A platform on any free port and a folder that is thrown away. */
public record ScratchPlatform(RunningPlatform platform, Path folder) implements AutoCloseable {

    public static ScratchPlatform start() throws IOException {
        Path folder = Files.createTempDirectory("tctf-scratch");
        URI publicUrl = URI.create("http://127.0.0.1:8080");
        Settings settings = new Settings(0, folder, Mode.DEV, MailSettings.MAILBOX, publicUrl, 0, true);
        return new ScratchPlatform(RunningPlatform.start(settings), folder);
    }

    @Override
    public void close() throws IOException {
        platform.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        }
    }
}
