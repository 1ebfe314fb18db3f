package org.tctf.embedded;

import java.nio.file.Path;

/** The folder of the embedded storage, once this process holds it. */
public record DataFolder(Path path) {

    Path file(String name) {
        return path.resolve(name);
    }
}
