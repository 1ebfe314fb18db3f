package org.tctf.sqlite;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.tctf.contracts.TableContract;
import org.tctf.contracts.TableModelContract;
import org.tctf.contracts.TableQueriesContract;
import org.tctf.contracts.TableRacesContract;
import org.tctf.kernel.table.Table;

/** The SQLite twin keeps every promise of the port. */
class SqliteTableTest {
    @TempDir
    static Path folder;

    static Table table;

    @BeforeAll
    static void open() {
        table = new SqliteTable(
                SqliteDatabase.open(folder.resolve("orders.db"), Durability.FULL), java.util.List.of("GSI1", "GSI2"));
    }

    @AfterAll
    static void close() {
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
}
