package org.tctf.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.Outgoing;
import org.tctf.kernel.table.AccessPattern;
import org.tctf.kernel.table.Condition;
import org.tctf.kernel.table.Item;
import org.tctf.kernel.table.Transaction;
import org.tctf.kernel.table.Write;

/** A process that is killed while it writes keeps every commit that it acknowledged, whole, with its messages. */
class KillTest {
    private static final int KILLS = 10;
    private static final AccessPattern ORDER = AccessPattern.main("an order", "ORDER#{id}", "META");

    @TempDir
    Path folder;

    @Test
    void everyAcknowledgedCommitAndItsMessageOutlivesTheProcess() throws Exception {
        Random random = new Random(42);
        Set<String> acknowledged = new HashSet<>();
        for (int kill = 0; kill < KILLS; kill++) {
            int before = acknowledged.size();
            acknowledged.addAll(runAndKill("run" + kill, 20 + random.nextInt(400)));
            assertThat(acknowledged.size()).isGreaterThan(before);
            check(acknowledged);
        }
    }

    private List<String> runAndKill(String name, int afterCommits) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Orders.class.getName(),
                        folder.toString(),
                        name)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> acknowledged = new ArrayList<>();
        try (BufferedReader answers = child.inputReader()) {
            for (String id = answers.readLine(); id != null; id = answers.readLine()) {
                acknowledged.add(id);
                if (acknowledged.size() == afterCommits) {
                    child.toHandle().destroyForcibly();
                }
            }
        }
        child.waitFor();
        return acknowledged;
    }

    private void check(Set<String> acknowledged) {
        try (SqliteTable table =
                new SqliteTable(SqliteDatabase.open(folder.resolve("orders.db"), Durability.FULL), List.of())) {
            Set<String> messages = table.outbox().after(0, Integer.MAX_VALUE).stream()
                    .map(entry -> entry.message().envelope().id())
                    .collect(Collectors.toSet());
            assertThat(messages).containsAll(acknowledged);
            // What was not acknowledged any more may be there, but then whole.
            assertThat(messages)
                    .allSatisfy(id -> assertThat(table.get(ORDER.key(id))).isPresent());
            Object count =
                    table.get(ORDER.key("count")).orElseThrow().attributes().get("n");
            assertThat(count).hasToString(Integer.toString(messages.size()));
        }
    }

    /** The process that is killed: eight threads place orders as fast as they can and say each that was committed. */
    static final class Orders {
        private Orders() {}

        public static void main(String[] arguments) {
            SqliteTable table = new SqliteTable(
                    SqliteDatabase.open(Path.of(arguments[0]).resolve("orders.db"), Durability.FULL), List.of());
            for (int thread = 0; thread < 8; thread++) {
                String name = arguments[1] + "-" + thread + "-";
                Thread.ofPlatform().start(() -> {
                    for (int i = 0; ; i++) {
                        place(table, name + i);
                    }
                });
            }
        }

        private static void place(SqliteTable table, String id) {
            Item order = new Item(ORDER.key(id), Map.of("text", "x".repeat(300)));
            Envelope placed = new Envelope(
                    id,
                    "orders",
                    "ORDER_PLACED",
                    1,
                    Instant.EPOCH,
                    id,
                    "events/ORDER_PLACED.v1.json",
                    1,
                    id,
                    null,
                    "me",
                    null,
                    "{}");
            table.commit(new Transaction(
                    List.of(
                            new Write.Put(order, Condition.absent()),
                            new Write.Update(
                                    ORDER.key("count"), Map.of(), Map.of("n", java.math.BigDecimal.ONE), null)),
                    List.of(Outgoing.fact(placed))));
            System.out.println(id);
        }
    }
}
