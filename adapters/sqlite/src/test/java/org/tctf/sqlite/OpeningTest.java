package org.tctf.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tctf.kernel.table.Item;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.Write;

/** A file that cannot be used is said to be so in one sentence, and is left as it is. */
class OpeningTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("deep/er/orders.db");
    }

    @Test
    void aMissingFileAndItsFoldersAreMade() {
        fill(10);
        assertThat(file).exists();
    }

    @Test
    void anEmptyFileIsANewOne() throws Exception {
        Files.createDirectories(file.getParent());
        Files.createFile(file);
        fill(1);
    }

    @Test
    void aFileThatIsNoDatabaseIsRefusedAndLeftAlone() throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "Dear diary, ".repeat(100));
        refused("damaged or not a database", "restore it from a backup");
        assertThat(Files.readString(file)).startsWith("Dear diary");
    }

    @Test
    void aShortFileIsNoDatabase() throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "SQLite");
        refused("damaged or not a database");
    }

    @Test
    void aCutFileIsRefused() throws Exception {
        fill(500);
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.setLength(bytes.length() / 2);
        }
        refused("damaged or not a database", "bytes are there");
    }

    @Test
    void aFileWithADamagedBeginningIsRefused() throws Exception {
        fill(500);
        overwrite(100, 4000);
        refused("damaged or not a database");
    }

    @Test
    void pagesThatWereDamagedAreFound() throws Exception {
        fill(500);
        overwrite(40_000, 20_000);
        refused("damaged or not a database");
    }

    @Test
    void aFolderThatCannotBeMadeIsSaidSo() throws Exception {
        Files.writeString(folder.resolve("deep"), "a file where a folder should be");
        refused("cannot be made", "choose another folder");
    }

    @Test
    void aFolderWhereAFileShouldBeIsSaidSo() throws Exception {
        Files.createDirectories(file);
        refused("orders.db");
    }

    @Test
    void aFolderOfTheSystemCannotBeWritten() {
        assertThatThrownBy(() -> SqliteDatabase.open(Path.of("/proc/orders.db"), Durability.FULL))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("/proc/orders.db cannot be");
    }

    @Test
    void aTableOfANewerProgramIsRefused() {
        SqliteDatabase database = SqliteDatabase.open(file, Durability.FULL);
        database.write(session -> {
            session.execute("PRAGMA user_version = 99");
            return true;
        });
        database.close();
        assertThatThrownBy(this::table)
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("start the newer program");
    }

    @Test
    void anIndexThatComesLaterFindsWhatWasThere() {
        try (SqliteTable table = new SqliteTable(SqliteDatabase.open(file, Durability.FULL), List.of())) {
            table.batch(List.of(
                    new Write.Put(new Item(new Key("a", "b"), Map.of("GSI3PK", "STATE#open", "GSI3SK", "x")), null)));
        }
        try (SqliteTable table = new SqliteTable(SqliteDatabase.open(file, Durability.FULL), List.of("GSI3"))) {
            var open = org.tctf.kernel.table.AccessPattern.index("GSI3", "by state", "STATE#{s}", "{x}")
                    .query("open");
            assertThat(table.query(open).items()).hasSize(1);
        }
    }

    private void fill(int items) {
        try (SqliteTable table = table()) {
            for (int i = 0; i < items; i++) {
                table.batch(List.of(new Write.Put(
                        new Item(new Key("p" + i, "s"), Map.of("text", "x".repeat(500))), null)));
            }
        }
    }

    private SqliteTable table() {
        return new SqliteTable(SqliteDatabase.open(file, Durability.RELAXED), List.of("GSI1"));
    }

    private void overwrite(long from, int bytes) throws Exception {
        try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
            raw.seek(from);
            byte[] rubbish = new byte[bytes];
            java.util.Arrays.fill(rubbish, (byte) 0x5A);
            raw.write(rubbish);
        }
    }

    private void refused(String... words) {
        assertThatThrownBy(() -> SqliteDatabase.open(file, Durability.FULL))
                .isInstanceOf(StorageException.class)
                .hasMessageContainingAll(words);
    }
}
