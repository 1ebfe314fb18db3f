package org.tctf.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tctf.contracts.ObjectAddressesContract;
import org.tctf.contracts.ScratchFolder;
import org.tctf.kernel.objects.FileName;
import org.tctf.kernel.objects.ObjectKey;
import org.tctf.kernel.objects.ObjectStore;
import org.tctf.kernel.objects.ObjectStores;
import org.tctf.objects.FileObjects;

/** The embedded twin behind the platform's own port, with everything that stands before it there. */
class EmbeddedObjectsTest extends ObjectAddressesContract {
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    @TempDir
    static Path data;

    private static Instant now = Instant.parse("2026-11-20T09:00:00Z");
    private static RunningPlatform platform;

    @BeforeAll
    static void start() {
        platform = RunningPlatform.start(
                new Settings(0, data, Mode.DEV, MailSettings.MAILBOX, URI.create("https://tctf.example/app"), 0, false),
                (InstantSource) () -> now);
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @AfterEach
    void empty() {
        new ScratchFolder(data.resolve("objects/library")).close();
    }

    @Override
    protected ObjectStores stores() {
        return platform.bean(FileObjects.class);
    }

    @Override
    protected ObjectStore outOfReach() {
        try {
            Path folder = Files.createDirectories(data.resolve("objects/library"));
            Files.writeString(folder.resolve("receipts"), "no folder");
        } catch (IOException cannot) {
            throw new AssertionError(cannot);
        }
        return stores().of(LIBRARY, "receipts");
    }

    @Override
    protected URI reach(URI address) {
        assertThat(address.toString()).startsWith("https://tctf.example/app/objects");
        return platform.address().resolve(address.toString().substring("https://tctf.example/app".length()));
    }

    @Override
    protected Duration shortest() {
        return A_SECOND;
    }

    @Override
    protected void letExpire() {
        now = now.plus(A_SECOND);
    }

    /** S3 knows no folders; here they must not get into the way of objects. */
    @Test
    void aKeyMayBeAFolderOfOtherKeysToo() {
        List<ObjectKey> keys = Stream.of("a", "a/b", "a/b/c", "a/b.object", "a.object")
                .map(ObjectKey::new)
                .toList();
        keys.forEach(key -> put(key, key.value()));
        assertThat(keys).allSatisfy(key -> assertThat(text(key)).hasValue(key.value()));

        stores().of(LIBRARY, "books").deleteUnder(new ObjectKey("a/b"));

        assertThat(keys.stream().filter(key -> text(key).isPresent()).map(ObjectKey::value))
                .containsExactly("a", "a/b", "a/b.object", "a.object");
    }

    @Test
    void whatIsDownloadedIsNeverShownNorRun() {
        put(KEY, "<script>alert(1)</script>");

        HttpResponse<String> answer =
                get(stores().of(LIBRARY, "books").downloadAddress(KEY, new FileName("a.html"), A_SECOND));

        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValue("sandbox; default-src 'none'; frame-ancestors 'none'");
        assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
    }
}
