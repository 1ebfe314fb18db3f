package org.tctf.architecture;

import java.nio.file.Files;
import java.nio.file.Path;

/** The checkout that the tests run in. */
final class Repository {

    private Repository() {}

    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("modules")) || !Files.exists(folder.resolve("tctf"))) {
            Path parent = folder.getParent();
            if (parent == null) {
                throw new IllegalStateException("run the tests inside the checkout");
            }
            folder = parent;
        }
        return folder;
    }
}
