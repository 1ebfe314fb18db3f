package org.tctf.sqlite;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tctf.json.AttributesJson;
import org.tctf.kernel.table.Item;
import org.tctf.kernel.table.Key;

/**
 * An item as a row, made on the caller's thread so that the one writer has less to do.
 *
 * @param indexKeys in the order of {@link TableFile#INDEX_COLUMNS}
 */
record StoredItem(Key key, byte[] attributes, @Nullable Long expires, List<@Nullable String> indexKeys) {
    private static final String PUT =
            "INSERT INTO item (pk, sk, attributes, expires, %s) VALUES (%s) ON CONFLICT DO UPDATE SET %s"
                    .formatted(
                            String.join(", ", TableFile.INDEX_COLUMNS),
                            TableFile.marks(4 + TableFile.INDEX_COLUMNS.size()),
                            "attributes = excluded.attributes, expires = excluded.expires, "
                                    + TableFile.INDEX_COLUMNS.stream()
                                            .map(c -> c + " = excluded." + c)
                                            .collect(Collectors.joining(", ")));

    static StoredItem of(Item item, List<String> indexes) {
        DynamoLimits.checkIndexKeys(item, indexes);
        List<@Nullable String> keys = new ArrayList<>();
        for (String index : TableFile.INDEXES) {
            Key key = item.indexKey(index).orElse(null);
            keys.add(key == null ? null : key.pk());
            keys.add(key == null ? null : key.sk());
        }
        return new StoredItem(
                item.key(),
                AttributesJson.toBytes(DynamoLimits.stored(item.attributes())),
                item.expiresAt().map(at -> at.getEpochSecond()).orElse(null),
                keys);
    }

    void put(Session session) throws SQLException {
        PreparedStatement put = session.prepare(PUT);
        put.setString(1, key.pk());
        put.setString(2, key.sk());
        put.setBytes(3, attributes);
        if (expires == null) {
            put.setNull(4, Types.INTEGER);
        } else {
            put.setLong(4, expires);
        }
        int column = 5;
        for (String part : indexKeys) {
            put.setString(column++, part);
        }
        put.executeUpdate();
    }
}
