package org.tctf.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.table.AccessPattern;
import org.tctf.kernel.table.Query;

/** A query as a statement. The position of the page before takes the place of the bound that it has passed. */
final class Range {
    private final Query query;
    private final boolean isMain;
    private final String pk;
    private final String sk;
    private final List<String> arguments = new ArrayList<>();

    private Range(Query query) {
        this.query = query;
        String index = query.pattern().index();
        isMain = index.equals(AccessPattern.MAIN);
        pk = isMain ? "pk" : TableFile.pkColumn(index);
        sk = isMain ? "sk" : TableFile.skColumn(index);
    }

    /** Rows of {@code pk, sk, indexSk, attributes}: one more than the limit, so that the last page knows it is. */
    static ResultSet of(Query query, Session session) throws SQLException {
        return new Range(query).run(session);
    }

    private ResultSet run(Session session) throws SQLException {
        StringBuilder sql = new StringBuilder("SELECT pk, sk, ")
                .append(sk)
                .append(", attributes FROM item WHERE ")
                .append(pk)
                .append(" = ?");
        arguments.add(query.pk());
        Query.Position after = query.after();
        if (after == null || query.isDescending()) {
            bound(sql, ">=", query.skFrom());
        }
        if (after == null || !query.isDescending()) {
            upperBound(sql);
        }
        if (after != null) {
            passed(sql, query.isDescending() ? "<" : ">", after);
        }
        String direction = query.isDescending() ? " DESC" : "";
        sql.append(" ORDER BY ").append(sk).append(direction);
        if (!isMain) {
            sql.append(", pk").append(direction).append(", sk").append(direction);
        }
        sql.append(" LIMIT ?");
        PreparedStatement select = session.prepare(sql.toString());
        for (int i = 0; i < arguments.size(); i++) {
            select.setString(i + 1, arguments.get(i));
        }
        select.setInt(arguments.size() + 1, query.limit() + 1);
        return select.executeQuery();
    }

    private void upperBound(StringBuilder sql) {
        String to = query.skTo();
        if (to != null) {
            bound(sql, "<=", to);
        } else {
            String beyond = beyond(query.skFrom());
            if (beyond != null) {
                bound(sql, "<", beyond);
            }
        }
    }

    private void passed(StringBuilder sql, String comparison, Query.Position after) {
        if (isMain) {
            bound(sql, comparison, after.key().sk());
            return;
        }
        // Equal sort keys are common in an index; the primary key makes the order total.
        sql.append(" AND (").append(sk).append(", pk, sk) ").append(comparison).append(" (?, ?, ?)");
        arguments.addAll(List.of(after.indexSk(), after.key().pk(), after.key().sk()));
    }

    private void bound(StringBuilder sql, String comparison, String value) {
        sql.append(" AND ").append(sk).append(' ').append(comparison).append(" ?");
        arguments.add(value);
    }

    /** The least text, by code points and so by UTF-8 bytes, after all that begin with the prefix; null: there is none. */
    static @Nullable String beyond(String prefix) {
        int[] points = prefix.codePoints().toArray();
        for (int i = points.length - 1; i >= 0; i--) {
            if (points[i] < Character.MAX_CODE_POINT) {
                int next = points[i] + 1;
                // No text has a lone surrogate; the code point after them is the next one that can occur.
                points[i] = next == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : next;
                return new String(points, 0, i + 1);
            }
        }
        return null;
    }
}
