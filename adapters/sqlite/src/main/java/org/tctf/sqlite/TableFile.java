package org.tctf.sqlite;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a table's file holds. Every file has the columns of all five indexes, since an unused one takes a byte: an index
 * that a definition gets later is filled by SQLite when it is created.
 *
 * <p>Items are clustered by their key ({@code WITHOUT ROWID}), so that a query reads neighbouring pages; text compares
 * by the bytes of its UTF-8, as DynamoDB's sort keys do.
 */
final class TableFile {
    static final List<String> INDEXES = List.of("GSI1", "GSI2", "GSI3", "GSI4", "GSI5");
    static final List<String> INDEX_COLUMNS = INDEXES.stream()
            .flatMap(index -> Stream.of(pkColumn(index), skColumn(index)))
            .toList();

    private static final int VERSION = 1;

    private TableFile() {}

    static String pkColumn(String index) {
        return index.toLowerCase(Locale.ROOT) + "pk";
    }

    static String skColumn(String index) {
        return index.toLowerCase(Locale.ROOT) + "sk";
    }

    /** Makes what isn't there yet. */
    static void prepare(Session session, Path file, List<String> indexes) throws SQLException {
        int version = version(session);
        if (version > VERSION) {
            throw new StorageException(
                    "%s has format %d, this program knows up to %d: start the newer program that made it"
                            .formatted(file, version, VERSION));
        }
        if (version < VERSION) {
            create(session);
        }
        for (String index : indexes) {
            session.execute("CREATE INDEX IF NOT EXISTS %s ON item (%s, %s) WHERE %s IS NOT NULL"
                    .formatted(index, pkColumn(index), skColumn(index), pkColumn(index)));
        }
    }

    private static int version(Session session) throws SQLException {
        try (ResultSet row = session.prepare("PRAGMA user_version").executeQuery()) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    private static void create(Session session) throws SQLException {
        session.execute(
                """
                CREATE TABLE item (
                  pk TEXT NOT NULL, sk TEXT NOT NULL, attributes BLOB NOT NULL, expires INTEGER, %s,
                  PRIMARY KEY (pk, sk)
                ) WITHOUT ROWID""".formatted(INDEX_COLUMNS.stream().map(c -> c + " TEXT").collect(Collectors.joining(", "))));
        session.execute("CREATE INDEX expiry ON item (expires) WHERE expires IS NOT NULL");
        session.execute(
                "CREATE TABLE outbox (seq INTEGER PRIMARY KEY, envelope TEXT NOT NULL, queue TEXT, delay INTEGER NOT NULL)");
        session.execute("PRAGMA user_version = " + VERSION);
    }

    /** {@code ?, ?, …} */
    static String marks(int count) {
        return IntStream.range(0, count).mapToObj(i -> "?").collect(Collectors.joining(", "));
    }
}
