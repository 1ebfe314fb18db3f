package org.tctf.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tctf.app.catalog.GeneratedDocuments;
import org.tctf.http.PublishedApi;
import org.tctf.testing.TestPlatform;

/** {@code docs/generated} says what the code says; {@code ./tctf docs} writes it anew. */
class GeneratedDocumentsTest {
    private static final Path FOLDER = Repository.root().resolve("docs/generated");

    @Test
    void docsGeneratedSaysWhatTheCodeSays() throws IOException {
        assertThat(existing())
                .as("docs/generated is stale; write it anew: ./tctf docs")
                .isEqualTo(expected());
    }

    private static Map<Path, String> expected() {
        try (TestPlatform platform = TestPlatform.start()) {
            PublishedApi api = platform.bean(PublishedApi.class);
            assertThat(api.undocumented()).as("routes that no document has").isEmpty();
            Map<Path, String> files = new TreeMap<>();
            GeneratedDocuments.of(api).forEach((path, text) -> files.put(FOLDER.resolve(path), text));
            return files;
        }
    }

    private static Map<Path, String> existing() throws IOException {
        if (!Files.exists(FOLDER)) {
            return Map.of();
        }
        Map<Path, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(FOLDER)) {
            for (Path path : paths.filter(Files::isRegularFile).collect(Collectors.toCollection(TreeSet::new))) {
                files.put(path, Files.readString(path));
            }
        }
        return files;
    }
}
