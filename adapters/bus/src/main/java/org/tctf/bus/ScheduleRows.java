package org.tctf.bus;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tctf.sqlite.SqliteDatabase;

/** When each schedule ran last, durably. */
final class ScheduleRows {

    /** How the last run began and ended. */
    record LastRun(Instant at, @Nullable String error) {}

    private final SqliteDatabase database;

    ScheduleRows(SqliteDatabase database) {
        this.database = database;
        database.write(session -> session.prepare("""
                CREATE TABLE IF NOT EXISTS schedule (
                  service TEXT NOT NULL, name TEXT NOT NULL, last INTEGER NOT NULL, error TEXT,
                  PRIMARY KEY (service, name))""").execute());
    }

    /** The last run; one that was never seen before counts from now. */
    LastRun lastRun(String service, String name, Instant now) {
        return database.write(session -> {
            PreparedStatement insert =
                    session.prepare("INSERT OR IGNORE INTO schedule (service, name, last) VALUES (?, ?, ?)");
            insert.setString(1, service);
            insert.setString(2, name);
            insert.setLong(3, now.toEpochMilli());
            insert.executeUpdate();
            PreparedStatement select =
                    session.prepare("SELECT last, error FROM schedule WHERE service = ? AND name = ?");
            select.setString(1, service);
            select.setString(2, name);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new LastRun(Instant.ofEpochMilli(row.getLong(1)), row.getString(2));
            }
        });
    }

    void ran(String service, String name, LastRun run) {
        database.write(session -> {
            PreparedStatement update =
                    session.prepare("UPDATE schedule SET last = ?, error = ? WHERE service = ? AND name = ?");
            update.setLong(1, run.at().toEpochMilli());
            update.setString(2, run.error());
            update.setString(3, service);
            update.setString(4, name);
            return update.executeUpdate() == 1;
        });
    }
}
