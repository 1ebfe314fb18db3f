package org.tctf.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tctf.kernel.table.AccessPattern;
import org.tctf.kernel.table.Item;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.Transaction;
import org.tctf.kernel.table.Write;

class LaggingIndexTableTest {
    private static final AccessPattern BY_STATE = AccessPattern.index("GSI1", "by state", "STATE#{state}", "{id}");
    private static final Item OPEN = new Item(new Key("1", "x"), Map.of("GSI1PK", "STATE#open", "GSI1SK", "1"));

    @TempDir
    Path folder;

    private LaggingIndexTable table;

    @BeforeEach
    void open() {
        table = new LaggingIndexTable(file("table.db"), file("indexes.db"));
    }

    @AfterEach
    void close() {
        table.close();
    }

    @Test
    void theTableIsConsistentWhileItsIndexesLag() {
        table.commit(new Transaction(List.of(new Write.Put(OPEN, null)), List.of()));
        assertThat(table.get(OPEN.key())).contains(OPEN);
        assertThat(table.query(BY_STATE.query("open")).items()).isEmpty();
        table.catchUp();
        assertThat(table.query(BY_STATE.query("open")).items()).containsExactly(OPEN);
    }

    @Test
    void whatWasDeletedStaysInTheIndexUntilItCatchesUp() {
        table.batch(List.of(new Write.Put(OPEN, null)));
        table.catchUp();
        table.batch(List.of(new Write.Delete(OPEN.key(), null)));
        assertThat(table.query(BY_STATE.query("open")).items()).containsExactly(OPEN);
        table.catchUp();
        assertThat(table.query(BY_STATE.query("open")).items()).isEmpty();
    }

    private SqliteTable file(String name) {
        return new SqliteTable(SqliteDatabase.open(folder.resolve(name), Durability.RELAXED), List.of("GSI1"));
    }
}
