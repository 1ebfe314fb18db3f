package org.tctf.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tctf.app.catalog.AsyncApiDocument;
import org.tctf.app.catalog.CatalogPage;
import org.tctf.http.PublishedApi;
import org.tctf.json.JsonEventSchemas;
import org.tctf.kernel.service.Service;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.testing.TestPlatform;

/**
 * {@code docs/generated} says what the code says. Stale? {@code mvn -pl architecture-tests -am verify
 * -Dtest=GeneratedDocumentsTest -Dsurefire.failIfNoSpecifiedTests=false -Dtctf.docs=write} writes it anew.
 */
class GeneratedDocumentsTest {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final Path FOLDER = Repository.root().resolve("docs/generated");

    @Test
    void docsGeneratedSaysWhatTheCodeSays() throws IOException {
        Map<Path, String> expected = expected();
        if ("write".equals(System.getProperty("tctf.docs"))) {
            write(expected);
        }

        assertThat(existing())
                .as("docs/generated is stale; write it anew with -Dtctf.docs=write (see this test)")
                .isEqualTo(expected);
    }

    private static Map<Path, String> expected() throws JsonProcessingException {
        List<ServiceDefinition> services =
                Service.all().stream().map(Service::definition).toList();
        AsyncApiDocument asyncApi = new AsyncApiDocument(services, new JsonEventSchemas());
        Map<Path, String> files = new TreeMap<>();
        files.put(FOLDER.resolve("catalog.md"), new CatalogPage(services).markdown());
        try (TestPlatform platform = TestPlatform.start()) {
            PublishedApi api = platform.bean(PublishedApi.class);
            assertThat(api.undocumented()).as("routes that no document has").isEmpty();
            for (ServiceDefinition service : services) {
                files.put(FOLDER.resolve("openapi/%s.json".formatted(service.name())), text(api.of(service)));
                files.put(FOLDER.resolve("asyncapi/%s.json".formatted(service.name())), text(asyncApi.of(service)));
            }
        }
        return files;
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

    private static void write(Map<Path, String> files) throws IOException {
        for (Path stale : existing().keySet()) {
            Files.delete(stale);
        }
        for (Map.Entry<Path, String> file : files.entrySet()) {
            Files.createDirectories(file.getKey().getParent());
            Files.writeString(file.getKey(), file.getValue());
        }
    }

    private static String text(JsonNode document) throws JsonProcessingException {
        return JSON.writeValueAsString(document) + "\n";
    }
}
