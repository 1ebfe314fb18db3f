package org.tctf.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.tctf.json.AttributesJson;
import org.tctf.kernel.table.Item;
import org.tctf.kernel.table.Key;

/** Single items by their key. */
final class Rows {
    private Rows() {}

    static @Nullable Item find(Session session, Key key) throws SQLException {
        try (ResultSet row = byKey(session, "SELECT attributes FROM item WHERE pk = ? AND sk = ?", key)) {
            return row.next() ? new Item(key, AttributesJson.fromBytes(row.getBytes(1))) : null;
        }
    }

    static boolean exists(Session session, Key key) throws SQLException {
        try (ResultSet row = byKey(session, "SELECT 1 FROM item WHERE pk = ? AND sk = ?", key)) {
            return row.next();
        }
    }

    private static ResultSet byKey(Session session, String sql, Key key) throws SQLException {
        PreparedStatement select = session.prepare(sql);
        select.setString(1, key.pk());
        select.setString(2, key.sk());
        return select.executeQuery();
    }
}
