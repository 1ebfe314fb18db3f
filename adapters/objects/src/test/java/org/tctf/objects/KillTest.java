package org.tctf.objects;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tctf.kernel.objects.ObjectKey;
import org.tctf.kernel.objects.ObjectStore;

/** A process that is killed while it puts and deletes keeps what it has acknowledged, whole. */
class KillTest {
    private static final int KILLS = 8;
    private static final int KEYS = 5;

    @TempDir
    Path data;

    @Test
    void everyAcknowledgedPutAndDeleteOutlivesTheProcess() throws Exception {
        Random random = new Random(42);
        Map<String, Integer> acknowledged = new TreeMap<>();
        for (int kill = 0; kill < KILLS; kill++) {
            acknowledged.putAll(runAndKill((kill + 1) * 1_000, 10 + random.nextInt(60)));
            assertThat(acknowledged).hasSize(KEYS);
            check(acknowledged);
        }
    }

    /** Each thread puts numbers that grow, and deletes when a number is a multiple of seven. */
    private Map<String, Integer> runAndKill(int first, int afterLines) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        data.toString(),
                        Integer.toString(first))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Map<String, Integer> last = new HashMap<>();
        int lines = 0;
        try (BufferedReader answers = child.inputReader()) {
            for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                String[] said = line.split(" ");
                last.put(said[0], Integer.valueOf(said[1]));
                if (++lines >= afterLines && last.size() == KEYS) {
                    child.toHandle().destroyForcibly();
                }
            }
        }
        child.waitFor();
        return last;
    }

    /** What was done last and not acknowledged any more may be there, or not; but never a part of it. */
    private void check(Map<String, Integer> acknowledged) {
        try (Bench bench = Bench.open(data)) {
            acknowledged.forEach((key, number) -> {
                String found = Bench.read(bench.books(), new ObjectKey(key)).orElse("");
                assertThat(found)
                        .as("%s after %d".formatted(key, number))
                        .isIn(Writer.after(number), Writer.after(number + 1));
            });
            assertThat(data.resolve("objects/.incoming")).isEmptyDirectory();
        }
    }

    /** The process that is killed. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] arguments) {
            ObjectStore books = Bench.open(Path.of(arguments[0])).books();
            for (int thread = 0; thread < KEYS; thread++) {
                String key = "shared/folder/" + thread;
                Thread.ofPlatform().start(() -> {
                    for (int number = Integer.parseInt(arguments[1]); ; number++) {
                        work(books, new ObjectKey(key), number);
                        System.out.println(key + " " + number);
                    }
                });
            }
        }

        private static void work(ObjectStore books, ObjectKey key, int number) {
            if (after(number).isEmpty()) {
                books.delete(key);
            } else {
                books.put(key, Bench.text(after(number)));
            }
        }

        /** What the key has after this number; nothing once it is deleted. */
        static String after(int number) {
            return number % 7 == 0 ? "" : (number + " ").repeat(20_000);
        }
    }
}
