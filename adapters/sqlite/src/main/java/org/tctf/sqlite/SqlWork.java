package org.tctf.sqlite;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Something to do with a database, on whatever thread. Close every result set before returning; an open one would hold
 * its snapshot of the database.
 */
@FunctionalInterface
public interface SqlWork<T extends @Nullable Object> {
    T run(Session session) throws SQLException;
}
