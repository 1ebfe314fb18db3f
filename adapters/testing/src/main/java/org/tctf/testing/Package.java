package org.tctf.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.tctf.contracts.ScratchFolder;

/**
 * A service's package with the layer under it, laid out as a function sees both: the managed runtime's class loader takes
 * {@code lib/*.jar} of the package and {@code java/lib/*.jar} of the layer as one class path.
 */
final class Package implements AutoCloseable {
    /** The package's zip. */
    static final String ZIP = "tctf.package";

    /** The layer's folder. */
    static final String LAYER = "tctf.layer";

    private final Path folder;

    private Package(Path folder) {
        this.folder = folder;
    }

    /** That of the module under test, with further jars beside it. */
    static Package unpacked(Path... beside) {
        try {
            Package unpacked = new Package(Files.createTempDirectory("tctf-package"));
            unzip(path(ZIP), unpacked.folder);
            try (Stream<Path> jars = Files.list(path(LAYER).resolve("java/lib"))) {
                for (Path jar : Stream.concat(jars, Stream.of(beside)).toList()) {
                    Files.createSymbolicLink(
                            unpacked.folder.resolve("lib").resolve(jar.getFileName()), jar.toAbsolutePath());
                }
            }
            return unpacked;
        } catch (IOException incomplete) {
            throw new UncheckedIOException(incomplete);
        }
    }

    /** What the function sees as {@code LAMBDA_TASK_ROOT}. */
    Path taskRoot() {
        return folder;
    }

    @Override
    public void close() {
        new ScratchFolder(folder).close();
    }

    private static Path path(String property) {
        String path = System.getProperty(property, "");
        if (path.isEmpty() || !Files.exists(Path.of(path))) {
            throw new IllegalStateException(
                    "%s is '%s', which is not there; run the tests by 'mvn verify', which packages first"
                            .formatted(property, path));
        }
        return Path.of(path);
    }

    private static void unzip(Path zip, Path into) throws IOException {
        try (InputStream file = Files.newInputStream(zip);
                ZipInputStream entries = new ZipInputStream(file)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path target = into.resolve(entry.getName()).normalize();
                if (!target.startsWith(into)) {
                    throw new IOException("an entry leads out of the package: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(entries, target);
                }
            }
        }
    }
}
