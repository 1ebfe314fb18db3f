package org.tctf.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder of a test's own, gone with all that is in it when it is closed. */
public record ScratchFolder(Path path) implements AutoCloseable {

    /** @param prefix of its name, to see whose it was where a test was killed */
    public static ScratchFolder named(String prefix) {
        try {
            return new ScratchFolder(Files.createTempDirectory(prefix));
        } catch (IOException noFolder) {
            throw new UncheckedIOException(noFolder);
        }
    }

    /** One that goes when the process ends, for programs that do one thing. */
    public static Path untilExit(String prefix) {
        ScratchFolder folder = named(prefix);
        Runtime.getRuntime().addShutdownHook(new Thread(folder::close));
        return folder.path();
    }

    /** Also where there is no such folder, or not any more. */
    @Override
    public void close() {
        if (Files.notExists(path)) {
            return;
        }
        try (Stream<Path> all = Files.walk(path)) {
            all.sorted(Comparator.reverseOrder()).forEach(one -> one.toFile().delete());
        } catch (IOException stillThere) {
            throw new UncheckedIOException(stillThere);
        }
    }
}
