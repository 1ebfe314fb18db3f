package org.tctf.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tctf.kernel.Unavailable;
import org.tctf.kernel.objects.Content;
import org.tctf.kernel.objects.ObjectKey;
import org.tctf.kernel.objects.ObjectStore;
import org.tctf.kernel.objects.ObjectStores;
import org.tctf.kernel.objects.StoredObject;
import org.tctf.kernel.objects.WrongLength;
import org.tctf.kernel.service.ServiceDefinition;

/** What every {@link ObjectStore} promises to its service; {@link ObjectAddressesContract}: to who gets an address. */
public abstract class ObjectStoreContract {
    /** Whose stores are tested. */
    protected static final ServiceDefinition LIBRARY = ServiceDefinition.named("library")
            .summary("Lends books.")
            .owner("community")
            .objects("books")
            .objects("receipts", Duration.ofDays(7))
            .build();

    protected static final ObjectKey KEY = ObjectKey.of("member-1", "letter.txt");
    private static final int MEGABYTE = 1024 * 1024;

    private ObjectStore books;

    /** Those under test, empty at the beginning of each test. */
    protected abstract ObjectStores stores();

    /** A store that cannot be had at the moment. */
    protected abstract ObjectStore outOfReach();

    @BeforeEach
    final void openBooks() {
        books = stores().of(LIBRARY, "books");
    }

    @Test
    void whatWasPutIsThereWithItsTypeAndLength() {
        books.put(KEY, Content.of("text/plain;charset=utf-8", utf8("Žluťoučký kůň 🐎")));

        try (StoredObject found = books.open(KEY).orElseThrow()) {
            assertThat(found.contentType()).isEqualTo("text/plain;charset=utf-8");
            assertThat(found.length()).isEqualTo(utf8("Žluťoučký kůň 🐎").length);
            assertThat(found.content()).hasContent("Žluťoučký kůň 🐎");
        }
    }

    @Test
    void anObjectMayBeEmpty() {
        books.put(KEY, Content.of("text/plain", new byte[0]));

        assertThat(text(KEY)).hasValue("");
    }

    @Test
    void whatWasNeverPutIsNotThere() {
        assertThat(books.open(KEY)).isEmpty();
    }

    @Test
    void aPutTakesThePlaceOfTheOneBefore() {
        books.put(KEY, Content.of("text/plain", utf8("a long first letter")));
        books.put(KEY, Content.of("text/html", utf8("second")));

        try (StoredObject found = books.open(KEY).orElseThrow()) {
            assertThat(found.contentType()).isEqualTo("text/html");
            assertThat(found.content()).hasContent("second");
        }
    }

    @Test
    void whoHasOpenedAnObjectReadsItToItsEndWhateverBecomesOfTheKey() {
        put(KEY, "first");
        try (StoredObject opened = books.open(KEY).orElseThrow()) {
            put(KEY, "other");
            books.delete(KEY);

            assertThat(opened.content()).hasContent("first");
        }
    }

    @Test
    void deletedIsGoneAndDeletingNothingIsNoError() {
        put(KEY, "letter");

        books.delete(KEY);
        books.delete(KEY);

        assertThat(books.open(KEY)).isEmpty();
    }

    @Test
    void aContentThatIsShorterOrLongerThanItSaysChangesNothing() {
        put(KEY, "before");

        for (long said : new long[] {4, 6, 0}) {
            Content wrong = new Content("text/plain", said, () -> stream(utf8("12345")));
            assertThatExceptionOfType(WrongLength.class).as("%d said", said).isThrownBy(() -> books.put(KEY, wrong));
        }
        assertThat(text(KEY)).hasValue("before");
    }

    @Test
    void aSourceThatFailsChangesNothing() {
        put(KEY, "before");
        Content broken = new Content(
                "text/plain",
                100,
                () -> new SequenceInputStream(stream(utf8("some of it")), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("the source is gone");
                    }
                }));

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> books.put(KEY, broken))
                .withMessageContaining("the source is gone");
        assertThat(text(KEY)).hasValue("before");
    }

    @Test
    void aFolderIsDeletedWithAllThatIsUnderItAndNothingElse() {
        List<ObjectKey> under = keys("m/1/a", "m/1/b/c", "m/1/b/d", "m/1/é %2f");
        List<ObjectKey> beside = keys("m/12/a", "m/10", "m/2/a", "n/m/1/a", "M/1/a");
        under.forEach(key -> put(key, "x"));
        beside.forEach(key -> put(key, key.value()));

        books.deleteUnder(new ObjectKey("m/1"));
        books.deleteUnder(new ObjectKey("m/1"));

        assertThat(under).allSatisfy(key -> assertThat(books.open(key)).isEmpty());
        assertThat(beside).allSatisfy(key -> assertThat(text(key)).hasValue(key.value()));
        put(under.getFirst(), "anew");
        assertThat(text(under.getFirst())).hasValue("anew");
    }

    @Test
    void keysMayBeOddAndAreAllDifferent() {
        List<ObjectKey> odd = oddKeys();
        odd.forEach(key -> put(key, key.value()));

        assertThat(odd).allSatisfy(key -> assertThat(text(key)).hasValue(key.value()));
        odd.forEach(books::delete);
        assertThat(odd).allSatisfy(key -> assertThat(books.open(key)).isEmpty());
    }

    /** Keys that some file system, address or XML cannot take as they are. */
    protected static List<ObjectKey> oddKeys() {
        return keys(
                "a b",
                "a+b",
                "a%20b",
                "a%2Fb",
                "a/b",
                "A/b",
                "a/c.object",
                "a/c",
                "...",
                "a/..b",
                "~x",
                "q?x=1&y=2#z",
                "\"'<>|*:;\\",
                "grün/gru\u0308n",
                "日本語",
                "🐎",
                "CON",
                "a,b=c@d!$()[]{}^`",
                "x".repeat(80) + "/" + "é".repeat(40) + "/" + "y".repeat(80));
    }

    @Test
    void storesOfOneServiceAreApart() {
        ObjectStore receipts = stores().of(LIBRARY, "receipts");
        put(KEY, "book");
        receipts.put(KEY, Content.of("text/plain", utf8("receipt")));

        books.deleteUnder(new ObjectKey("member-1"));

        assertThat(books.open(KEY)).isEmpty();
        assertThat(text(receipts, KEY)).hasValue("receipt");
    }

    @Test
    void aStoreThatTheDefinitionDoesNotHaveIsRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> stores().of(LIBRARY, "films"))
                .withMessageContaining("add objects(\"films\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {65_500, 65_536, 131_072, 3_000_001})
    void everyByteComesBackWhereverSegmentsEnd(int length) {
        byte[] bytes = new byte[length];
        ThreadLocalRandom.current().nextBytes(bytes);

        books.put(KEY, Content.of("application/octet-stream", bytes));

        try (StoredObject found = books.open(KEY).orElseThrow()) {
            assertThat(found.content()).hasBinaryContent(bytes);
        }
    }

    @Test
    void aLargeObjectIsNeverInMemory() throws IOException {
        long length = 24L * MEGABYTE;
        long tolerable = 8L * MEGABYTE;
        Rest coming = new Rest(length);
        long before = liveBytes();

        books.put(KEY, new Content("application/zip", length, () -> coming.begin()));

        assertThat(coming.liveNearItsEnd - before).isLessThan(tolerable);
        try (StoredObject found = books.open(KEY).orElseThrow()) {
            found.content().skipNBytes(length * 3 / 4);
            assertThat(liveBytes() - before).isLessThan(tolerable);
            assertThat(found.content().transferTo(java.io.OutputStream.nullOutputStream()))
                    .isEqualTo(length / 4);
        }
    }

    /** Zeros; somewhere near the end it looks how much lives in memory. */
    private static final class Rest extends InputStream {
        private final long length;
        private long left;
        private long liveNearItsEnd;

        Rest(long length) {
            this.length = length;
        }

        Rest begin() {
            left = length;
            return this;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int count) {
            if (left <= 0) {
                return -1;
            }
            if (left < length / 4 && liveNearItsEnd == 0) {
                liveNearItsEnd = liveBytes();
            }
            int got = (int) Math.min(count, left);
            Arrays.fill(buffer, offset, offset + got, (byte) 0);
            left -= got;
            return got;
        }
    }

    @Test
    void ofManyPutsAtATimeOneIsLastAndEveryReaderSeesAWholeOne() throws Exception {
        int writers = 6;
        int rounds = 15;
        put(KEY, letter(0));
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Void>> writing = IntStream.range(1, writers + 1)
                    .<Callable<Void>>mapToObj(writer -> () -> {
                        for (int round = 0; round < rounds; round++) {
                            put(KEY, letter(writer));
                        }
                        return null;
                    })
                    .map(all::submit)
                    .toList();
            Future<Integer> reading = all.submit(() -> {
                int seen = 0;
                while (writing.stream().anyMatch(writer -> !writer.isDone())) {
                    assertWhole(text(KEY).orElseThrow());
                    seen++;
                }
                return seen;
            });
            for (Future<Void> writer : writing) {
                writer.get();
            }
            assertThat(done(reading)).isPositive();
        }
        assertWhole(text(KEY).orElseThrow());
    }

    private static int done(Future<Integer> reading) throws InterruptedException {
        try {
            return reading.get();
        } catch (ExecutionException failed) {
            throw new AssertionError("a reader saw something else", failed.getCause());
        }
    }

    /** Of its writer's letter only, and of a length that belongs to it. */
    private static String letter(int writer) {
        return Character.toString('a' + writer).repeat(10_000 * (writer + 1));
    }

    private static void assertWhole(String letter) {
        assertThat(letter).isEqualTo(letter(letter.charAt(0) - 'a'));
    }

    @Test
    void whatCannotBeHadAtTheMomentSaysSo() {
        ObjectStore away = outOfReach();

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> away.put(KEY, Content.of("text/plain", utf8("x"))));
        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> away.open(KEY));
        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> away.delete(KEY));
    }

    @Test
    void whatIsTooBigIsRefusedBeforeItIsSent() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Content("application/zip", ObjectStore.MAX_BYTES + 1, () -> InputStream.nullInputStream()));
    }

    protected final void put(ObjectKey key, String text) {
        books.put(key, Content.of("text/plain", utf8(text)));
    }

    protected final Optional<String> text(ObjectKey key) {
        return text(books, key);
    }

    private static Optional<String> text(ObjectStore store, ObjectKey key) {
        return store.open(key).map(found -> {
            try (found) {
                return new String(found.content().readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
    }

    private static List<ObjectKey> keys(String... values) {
        return Arrays.stream(values).map(ObjectKey::new).toList();
    }

    private static InputStream stream(byte[] bytes) {
        return new java.io.ByteArrayInputStream(bytes);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static long liveBytes() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
