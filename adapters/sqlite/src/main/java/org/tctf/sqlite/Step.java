package org.tctf.sqlite;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.table.Condition;
import org.tctf.kernel.table.ConditionFailed;
import org.tctf.kernel.table.Item;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.Write;

/** One write of a transaction, as far prepared as it can be before the writer's turn. */
sealed interface Step {

    void run(Session session) throws SQLException;

    static Step of(Write write, List<String> indexes) {
        return switch (write) {
            case Write.Put(var item, var condition) -> new Put(StoredItem.of(item, indexes), condition);
            case Write.Update update -> new Upsert(update, indexes);
            case Write.Delete(var key, var condition) -> new Delete(key, condition);
            case Write.Check(var key, var condition) -> new Check(key, condition);
        };
    }

    record Put(StoredItem item, @Nullable Condition condition) implements Step {
        @Override
        public void run(Session session) throws SQLException {
            require(session, item.key(), condition);
            item.put(session);
        }
    }

    record Delete(Key key, @Nullable Condition condition) implements Step {
        @Override
        public void run(Session session) throws SQLException {
            require(session, key, condition);
            PreparedStatement delete = session.prepare("DELETE FROM item WHERE pk = ? AND sk = ?");
            delete.setString(1, key.pk());
            delete.setString(2, key.sk());
            delete.executeUpdate();
        }
    }

    record Check(Key key, Condition condition) implements Step {
        @Override
        public void run(Session session) throws SQLException {
            require(session, key, condition);
        }
    }

    record Upsert(Write.Update update, List<String> indexes) implements Step {
        @Override
        public void run(Session session) throws SQLException {
            Item before = Rows.find(session, update.key());
            Condition condition = update.condition();
            if (condition != null && !condition.holds(before)) {
                throw new ConditionFailed(update.key());
            }
            Map<String, Object> after = new TreeMap<>(before == null ? Map.of() : before.attributes());
            after.putAll(update.set());
            update.add().forEach((name, amount) -> after.put(name, sum(name, after.get(name), amount)));
            StoredItem.of(new Item(update.key(), after), indexes).put(session);
        }

        private BigDecimal sum(String name, @Nullable Object old, BigDecimal amount) {
            if (old == null) {
                return amount;
            }
            if (old instanceof BigDecimal number) {
                return number.add(amount);
            }
            throw new IllegalArgumentException(
                    "'%s' of %s is no number; nothing can be added to it".formatted(name, update.key()));
        }
    }

    private static void require(Session session, Key key, @Nullable Condition condition) throws SQLException {
        boolean holds = switch (condition) {
            case null -> true;
            case Condition.Absent() -> !Rows.exists(session, key);
            case Condition.Present() -> Rows.exists(session, key);
            case Condition.Compare _, Condition.And _, Condition.Or _ -> condition.holds(Rows.find(session, key));
        };
        if (!holds) {
            throw new ConditionFailed(key);
        }
    }
}
