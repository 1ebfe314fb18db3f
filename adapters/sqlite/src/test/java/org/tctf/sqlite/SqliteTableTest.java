package org.tctf.sqlite;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.tctf.contracts.TableContract;
import org.tctf.contracts.TableModelContract;
import org.tctf.contracts.TableQueriesContract;
import org.tctf.contracts.TableRacesContract;
import org.tctf.kernel.table.Table;

/** The SQLite twin keeps every promise of the port; with lagging indexes it keeps those that DynamoDB keeps. */
class SqliteTableTest {
    @TempDir
    static Path folder;

    private static SqliteTable table;
    private static LaggingIndexTable lagging;
    private static ScheduledExecutorService replication;

    @BeforeAll
    static void open() {
        table = file("orders.db");
        lagging = new LaggingIndexTable(file("lagging.db"), file("indexes.db"));
        replication = Executors.newSingleThreadScheduledExecutor();
        replication.scheduleWithFixedDelay(lagging::catchUp, 50, 50, TimeUnit.MILLISECONDS);
    }

    @AfterAll
    static void close() {
        replication.close();
        lagging.close();
        table.close();
    }

    @Nested
    class Items extends TableContract {
        @Override
        protected Table table() {
            return table;
        }
    }

    @Nested
    class Queries extends TableQueriesContract {
        @Override
        protected Table table() {
            return table;
        }
    }

    @Nested
    class QueriesOfLaggingIndexes extends TableQueriesContract {
        @Override
        protected Table table() {
            return lagging;
        }
    }

    @Nested
    class Races extends TableRacesContract {
        @Override
        protected Table table() {
            return table;
        }
    }

    @Nested
    class Model extends TableModelContract {
        @Override
        protected Table table() {
            return table;
        }
    }

    @Nested
    class ModelWithLaggingIndexes extends TableModelContract {
        @Override
        protected Table table() {
            return lagging;
        }
    }

    private static SqliteTable file(String name) {
        return new SqliteTable(SqliteDatabase.open(folder.resolve(name), Durability.RELAXED), List.of("GSI1", "GSI2"));
    }
}
