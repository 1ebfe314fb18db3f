package org.tctf.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tctf.contracts.ScratchFolder;

/** Process start → first successful request, plain and with the AOT cache, beside the JDK's own HTTP server. */
final class Start {
    private static final int RUNS = 11;

    void run() throws IOException {
        Latencies floor = new Latencies();
        Latencies plain = new Latencies();
        Latencies cached = new Latencies();
        List<String> withCache = new ArrayList<>(Platform.JVM);
        withCache.add("-XX:AOTCache=" + Platform.AOT_CACHE);
        Path data = ScratchFolder.untilExit("tctf-start").resolve("data");
        for (int i = 0; i < RUNS; i++) {
            floor.add(start(Platform.JVM, "org.tctf.benchmarks.BareServer", data));
            plain.add(start(Platform.JVM, Platform.MAIN, data));
            cached.add(start(withCache, Platform.MAIN, data));
        }
        Table table = new Table(
                System.out, "Process start to first successful request", "", "median ms", "best ms", "× floor");
        row(table, "floor: the JDK's own HTTP server", floor, floor);
        row(table, "platform, plain (≤ 1,500)", plain, floor);
        row(table, "platform, AOT cache (≤ 700)", cached, floor);
    }

    private static void row(Table table, String what, Latencies of, Latencies floor) {
        table.row(what, of.millis(50), of.millis(1), of.millis(50) / floor.millis(50));
    }

    private static long start(List<String> options, String main, Path data) throws IOException {
        String classPath = main.equals(Platform.MAIN) ? Platform.CLASS_PATH : "benchmarks/target/classes";
        try (AppProcess process = AppProcess.start(options, classPath, main, data)) {
            return (long) (process.millisToFirstAnswer() * 1e6);
        }
    }
}
