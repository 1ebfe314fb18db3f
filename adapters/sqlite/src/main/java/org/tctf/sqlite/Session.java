package org.tctf.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** One connection, lent to one {@link SqlWork} at a time. */
public final class Session {
    private static final int KEPT_STATEMENTS = 200;

    private final Connection connection;
    private final boolean isWriter;
    private final LinkedHashMap<String, PreparedStatement> statements = new LinkedHashMap<>(64, 0.75f, true);
    private final List<Runnable> afterCommit = new ArrayList<>();

    Session(Connection connection, boolean isWriter) {
        this.connection = connection;
        this.isWriter = isWriter;
    }

    /** A statement that stays prepared for the next work with the same text. Don't close it; do close result sets. */
    public PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement known = statements.get(sql);
        if (known != null) {
            return known;
        }
        if (statements.size() == KEPT_STATEMENTS) {
            statements.pollFirstEntry().getValue().close();
        }
        PreparedStatement fresh = connection.prepareStatement(sql);
        statements.put(sql, fresh);
        return fresh;
    }

    /** Runs a statement that is not worth keeping: a table's definition, a pragma. */
    public void execute(String sql) throws SQLException {
        try (Statement once = connection.createStatement()) {
            once.execute(sql);
        }
    }

    /**
     * Is called on the writer's thread as soon as this work is durable, before whoever waits for it goes on; never when
     * the work failed. It must be quick and must not write.
     *
     * @throws IllegalStateException in a reading work
     */
    public void afterCommit(Runnable told) {
        if (!isWriter) {
            throw new IllegalStateException("a reading work commits nothing; use write");
        }
        afterCommit.add(told);
    }

    List<Runnable> takeAfterCommit() {
        if (afterCommit.isEmpty()) {
            return List.of();
        }
        List<Runnable> taken = List.copyOf(afterCommit);
        afterCommit.clear();
        return taken;
    }

    /** After a failure: the driver closes a statement that failed, and there is no way to ask it which. */
    void forgetStatements() {
        for (PreparedStatement statement : statements.values()) {
            try {
                statement.close();
            } catch (SQLException alreadyClosed) {
                // Closing again what has failed reports the same failure again.
                continue;
            }
        }
        statements.clear();
    }

    void close() throws SQLException {
        forgetStatements();
        connection.close();
    }
}
