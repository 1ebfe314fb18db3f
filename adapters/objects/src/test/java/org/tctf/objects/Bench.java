package org.tctf.objects;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tctf.kernel.objects.Content;
import org.tctf.kernel.objects.ObjectKey;
import org.tctf.kernel.objects.ObjectStore;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.web.PublicUrl;
import org.tctf.keyring.FileSecrets;
import org.tctf.keyring.KeyringEncryption;

/** A data folder with its stores. */
record Bench(Path data, FileObjects objects, KeyringEncryption keyring) implements AutoCloseable {
    static final ServiceDefinition LIBRARY = ServiceDefinition.named("library")
            .summary("Lends books.")
            .owner("community")
            .objects("books")
            .objects("receipts", Duration.ofDays(7))
            .build();

    static Bench open(Path data) {
        return open(data, InstantSource.fixed(Instant.parse("2026-11-20T09:00:00Z")));
    }

    static Bench open(Path data, InstantSource clock) {
        KeyringEncryption keyring = KeyringEncryption.open(data.resolve("keyring"), clock);
        return new Bench(
                data,
                FileObjects.open(
                        data.resolve("objects"),
                        keyring,
                        FileSecrets.open(data.resolve("secrets")),
                        new PublicUrl(URI.create("https://tctf.example")),
                        clock),
                keyring);
    }

    ObjectStore books() {
        return objects.of(LIBRARY, "books");
    }

    static Content text(String text) {
        return Content.of("text/plain", text.getBytes(StandardCharsets.UTF_8));
    }

    static Optional<String> read(ObjectStore store, ObjectKey key) {
        return store.open(key).map(found -> {
            try (found) {
                return new String(found.content().readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
    }

    /** All files and folders under the stores' folder. */
    List<Path> files() {
        try (Stream<Path> all = Files.walk(data.resolve("objects"))) {
            return all.filter(path -> !path.equals(data.resolve("objects")))
                    .map(data.resolve("objects")::relativize)
                    .filter(path -> !path.toString().equals(".incoming"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Path only() {
        List<Path> objects = files().stream().filter(Places::isObject).toList();
        if (objects.size() != 1) {
            throw new AssertionError("%s".formatted(objects));
        }
        return data.resolve("objects").resolve(objects.getFirst());
    }

    @Override
    public void close() {
        objects.close();
    }
}
