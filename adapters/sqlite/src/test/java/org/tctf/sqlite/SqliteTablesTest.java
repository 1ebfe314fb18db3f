package org.tctf.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.table.AccessPattern;
import org.tctf.kernel.table.Item;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.Write;

class SqliteTablesTest {
    private static final AccessPattern BY_STATE = AccessPattern.index("GSI1", "by state", "STATE#{state}", "{id}");
    private static final ServiceDefinition ORDERS = ServiceDefinition.named("orders")
            .summary("Takes orders.")
            .owner("shop")
            .table(BY_STATE)
            .build();

    @TempDir
    Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    private SqliteTables tables;

    @BeforeEach
    void open() {
        InstantSource clock = now::get;
        tables = SqliteTables.open(folder, Durability.RELAXED, clock);
    }

    @AfterEach
    void close() {
        tables.close();
    }

    @Test
    void eachServiceHasOneTableInAFileOfItsOwn() {
        assertThat(tables.of(ORDERS)).isSameAs(tables.of(ORDERS));
        assertThat(folder.resolve("orders.db")).exists();
        assertThat(tables.of(ORDERS).query(BY_STATE.query("open")).items()).isEmpty();
    }

    @Test
    void expiredItemsAreSweptAndOthersStay() {
        IntStream.range(0, 1200).forEach(i -> put("gone" + i, now.get().plusSeconds(60)));
        put("stays", now.get().plusSeconds(61));
        tables.sweep();
        assertThat(get("gone0")).isTrue();
        now.set(now.get().plusSeconds(60));
        assertThat(get("gone0")).as("seen until it is swept").isTrue();
        tables.sweep();
        assertThat(IntStream.range(0, 1200).noneMatch(i -> get("gone" + i))).isTrue();
        assertThat(get("stays")).isTrue();
    }

    @Test
    void aFolderIsLeftToWhoHasIt() {
        assertThatThrownBy(() -> SqliteTables.open(folder, Durability.RELAXED, now::get))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining(
                        "in use by process " + ProcessHandle.current().pid());
        tables.close();
        open();
    }

    @Test
    void anotherProcessIsToldWhoHasTheFolder() throws Exception {
        Process other = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Intruder.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(other.getInputStream().readAllBytes());
        assertThat(other.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(said).contains("in use by process " + ProcessHandle.current().pid());
    }

    static final class Intruder {
        private Intruder() {}

        public static void main(String[] arguments) {
            try {
                FolderLock.take(Path.of(arguments[0])).close();
            } catch (StorageException refused) {
                System.out.println(refused.getMessage());
            }
        }
    }

    private void put(String id, Instant expires) {
        Item item = new Item(new Key(id, "x"), Map.of(Item.EXPIRES, BigDecimal.valueOf(expires.getEpochSecond())));
        tables.of(ORDERS).batch(List.of(new Write.Put(item, null)));
    }

    private boolean get(String id) {
        return tables.of(ORDERS).get(new Key(id, "x")).isPresent();
    }
}
