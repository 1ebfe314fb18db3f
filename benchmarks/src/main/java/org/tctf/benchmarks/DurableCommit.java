package org.tctf.benchmarks;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.crypto.spec.SecretKeySpec;
import org.tctf.json.JacksonCodec;
import org.tctf.kernel.Ids;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.table.AccessPattern;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Cursors;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.sqlite.Durability;
import org.tctf.sqlite.SqliteTables;

/** The floor of everything that is durable: one row, committed and fsynced. */
final class DurableCommit {
    private static final AccessPattern ROW = AccessPattern.main("a row", "ROW#{id}", "ROW");
    private static final ServiceDefinition COMMITTER = ServiceDefinition.named("committer")
            .summary("Commits.")
            .owner("benchmarks")
            .table(ROW)
            .build();

    record Written(long at) {}

    private DurableCommit() {}

    static Latencies at(int perSecond, int seconds, Path folder) {
        InstantSource clock = InstantSource.system();
        Latencies latencies = new Latencies();
        try (SqliteTables files = SqliteTables.open(folder, Durability.FULL, clock)) {
            ServiceTable table = new ServiceTable(
                    COMMITTER,
                    files.of(COMMITTER),
                    new JacksonCodec(),
                    e -> {},
                    new Cursors(new SecretKeySpec(new byte[32], "AES"), new SecureRandom()),
                    clock,
                    Ids.v7(clock, new SecureRandom()));
            long started = System.nanoTime();
            long pause = TimeUnit.SECONDS.toNanos(1) / perSecond;
            for (int i = 0; i < perSecond * seconds; i++) {
                long due = started + i * pause;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                table.commit(Change.none().create(Row.of(ROW.key(i), new Written(due))));
                latencies.add(System.nanoTime() - due);
            }
        }
        return latencies;
    }
}
