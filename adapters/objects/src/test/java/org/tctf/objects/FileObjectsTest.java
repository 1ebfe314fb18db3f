package org.tctf.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tctf.kernel.Unavailable;
import org.tctf.kernel.objects.ObjectKey;
import org.tctf.kernel.objects.ObjectStore;
import org.tctf.kernel.objects.StoredObject;

/** How objects lie on the disk; what the port promises is tested behind the platform's own port. */
class FileObjectsTest {
    private static final ObjectKey KEY = ObjectKey.of("member-1", "letter.txt");

    @TempDir
    Path data;

    private Instant now = Instant.parse("2026-11-20T09:00:00Z");

    @Test
    void nothingOfAnObjectCanBeReadFromItsFile() throws IOException {
        try (Bench bench = Bench.open(data)) {
            bench.books().put(KEY, Bench.text("a secret letter"));

            assertThat(new String(Files.readAllBytes(bench.only()), StandardCharsets.ISO_8859_1))
                    .doesNotContain("secret", "text/plain");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("objects"))))
                    .isEqualTo("rwx------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(bench.only())))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aChangeOfAnyByteIsNoticed() throws IOException {
        try (Bench bench = Bench.open(data)) {
            bench.books().put(KEY, Bench.text("hello"));
            byte[] good = Files.readAllBytes(bench.only());

            for (int i = 0; i < good.length; i++) {
                byte[] changed = good.clone();
                changed[i] ^= 1;
                Files.write(bench.only(), changed);
                assertUnreadable(bench, "byte " + i);
            }
        }
    }

    @Test
    void aFileThatWasCutShortIsNoticed() throws IOException {
        try (Bench bench = Bench.open(data)) {
            bench.books().put(KEY, Bench.text("x".repeat(200_000)));
            byte[] good = Files.readAllBytes(bench.only());

            for (int left : new int[] {0, 1, 100, 65_536, 131_072, good.length - 1}) {
                Files.write(bench.only(), java.util.Arrays.copyOf(good, left));
                assertUnreadable(bench, left + " bytes left");
            }
        }
    }

    @Test
    void aFileInAnotherObjectsPlaceDoesNotOpen() throws IOException {
        try (Bench bench = Bench.open(data)) {
            ObjectKey other = ObjectKey.of("member-2", "letter.txt");
            bench.books().put(KEY, Bench.text("of member 1"));
            Path mine = bench.only();
            bench.books().put(other, Bench.text("of member 2"));

            Path theirs =
                    mine.resolve("../../member-2").resolve(mine.getFileName()).normalize();
            Files.copy(mine, theirs, StandardCopyOption.REPLACE_EXISTING);

            assertThatExceptionOfType(Exception.class).isThrownBy(() -> Bench.read(bench.books(), other));
        }
    }

    private static void assertUnreadable(Bench bench, String how) {
        assertThatExceptionOfType(RuntimeException.class)
                .as(how)
                .isThrownBy(() -> Bench.read(bench.books(), KEY))
                .isInstanceOfAny(Unavailable.class, UncheckedIOException.class);
    }

    @Test
    void whatWasSealedBeforeTheRingHadANewKeyStillOpens() {
        try (Bench bench = Bench.open(data)) {
            bench.books().put(KEY, Bench.text("old"));
            bench.keyring().rotate();
            assertThat(Bench.read(bench.books(), KEY)).hasValue("old");
        }
        try (Bench again = Bench.open(data)) {
            assertThat(Bench.read(again.books(), KEY)).hasValue("old");
        }
    }

    @Test
    void aRingThatLostItsKeySaysWhatToDo() throws IOException {
        try (Bench bench = Bench.open(data)) {
            bench.books().put(KEY, Bench.text("old"));
        }
        Files.delete(data.resolve("keyring"));
        try (Bench again = Bench.open(data)) {
            assertThatExceptionOfType(Unavailable.class)
                    .isThrownBy(() -> again.books().open(KEY))
                    .withMessageContaining("put it, or the keyring, back from a backup");
        }
    }

    @Test
    void noFolderIsLeftOfWhomEverythingWasDeleted() {
        try (Bench bench = Bench.open(data)) {
            bench.books().put(KEY, Bench.text("x"));
            bench.books().put(ObjectKey.of("member-1", "a", "b"), Bench.text("x"));
            bench.books().put(ObjectKey.of("member-2"), Bench.text("x"));

            bench.books().deleteUnder(ObjectKey.of("member-1"));

            assertThat(bench.files())
                    .containsExactly(
                            Path.of("library"), Path.of("library/books"), Path.of("library/books/member-2.object"));
            bench.books().delete(ObjectKey.of("member-2"));
            assertThat(bench.files()).noneMatch(Places::isObject);
        }
    }

    @Test
    void whatACrashHasLeftHalfWrittenIsThrownAwayAtTheNextStart() throws IOException {
        Bench.open(data).close();
        Path half = Files.writeString(data.resolve("objects/.incoming/half"), "half");

        Bench.open(data).close();

        assertThat(half).doesNotExist();
    }

    @Test
    void whatIsKeptForATimeEndsAfterItAndNotBefore() {
        try (Bench bench = Bench.open(data, () -> now)) {
            ObjectStore receipts = bench.objects().of(Bench.LIBRARY, "receipts");
            receipts.put(KEY, Bench.text("receipt"));
            bench.books().put(KEY, Bench.text("book"));
            now = now.plus(Duration.ofDays(3));
            receipts.put(ObjectKey.of("later"), Bench.text("later"));

            now = now.plus(Duration.ofDays(4));
            bench.objects().sweep();
            assertThat(Bench.read(receipts, KEY)).hasValue("receipt");

            now = now.plusSeconds(1);
            bench.objects().sweep();
            assertThat(receipts.open(KEY)).isEmpty();
            assertThat(Bench.read(receipts, ObjectKey.of("later"))).hasValue("later");
            assertThat(Bench.read(bench.books(), KEY)).hasValue("book");
        }
    }

    @Test
    void whoReadsWhileTheSweepDeletesReadsToTheEnd() throws IOException {
        try (Bench bench = Bench.open(data, () -> now)) {
            ObjectStore receipts = bench.objects().of(Bench.LIBRARY, "receipts");
            receipts.put(KEY, Bench.text("receipt"));
            try (StoredObject opened = receipts.open(KEY).orElseThrow()) {
                now = now.plus(Duration.ofDays(8));
                bench.objects().sweep();

                assertThat(opened.content()).hasContent("receipt");
            }
        }
    }
}
