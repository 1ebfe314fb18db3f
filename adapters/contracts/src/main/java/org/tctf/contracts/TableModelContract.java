package org.tctf.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tctf.kernel.table.Condition;
import org.tctf.kernel.table.ConditionFailed;
import org.tctf.kernel.table.Item;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.Transaction;
import org.tctf.kernel.table.Write;

/**
 * Random transactions, each done to a {@link org.tctf.kernel.table.Table} and to a map, must end alike. A seed repeats
 * its run exactly; one that ever fails is added to the list.
 */
public abstract class TableModelContract extends TableFixture {
    private static final int TRANSACTIONS = 150;
    private static final List<String> ORDERS =
            List.of("a", "b", "ab", "é", "\uD83D\uDE80", "\uFFFD", "Z", "#%", "a\u0000");
    private static final List<String> STATES = List.of("open", "shipped");
    private static final List<String> NUMBERS = List.of("n", "m");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    void randomTransactionsEndLikeThoseOfAMap(long seed) {
        Random random = new Random(seed);
        Map<Key, Item> model = new HashMap<>();
        for (int i = 0; i < TRANSACTIONS; i++) {
            List<Write> writes = writes(random);
            Optional<Key> refused = apply(model, writes);
            assertThat(commitAll(writes))
                    .as("seed %d, transaction %d: %s", seed, i, writes)
                    .isEqualTo(refused);
        }
        assertThat(table().query(ORDER.query(customer)).items().stream().map(TableModelContract::comparable))
                .isEqualTo(sorted(model));
        for (String state : STATES) {
            await().untilAsserted(() -> assertThat(allPages(inState(state).limit(2)))
                    .containsExactlyInAnyOrderElementsOf(inIndex(model, state)));
        }
    }

    private Optional<Key> commitAll(List<Write> writes) {
        try {
            table().commit(new Transaction(writes, List.of()));
            return Optional.empty();
        } catch (ConditionFailed refused) {
            return Optional.of(refused.key());
        }
    }

    /** The key whose condition fails first; then the model stays as it is. */
    private static Optional<Key> apply(Map<Key, Item> model, List<Write> writes) {
        for (Write write : writes) {
            Condition condition = write.condition();
            if (condition != null && !condition.holds(model.get(write.key()))) {
                return Optional.of(write.key());
            }
        }
        for (Write write : writes) {
            switch (write) {
                case Write.Put(var item, var _) -> model.put(item.key(), item);
                case Write.Delete(var key, var _) -> model.remove(key);
                case Write.Check _ -> {}
                case Write.Update update -> model.put(update.key(), updated(model.get(update.key()), update));
            }
        }
        return Optional.empty();
    }

    private static Item updated(@Nullable Item before, Write.Update update) {
        Map<String, Object> after = new HashMap<>(before == null ? Map.of() : before.attributes());
        after.putAll(update.set());
        update.add().forEach((name, amount) -> {
            long old = after.containsKey(name) ? whole(after, name) : 0;
            after.put(name, number(old + amount.longValue()));
        });
        return new Item(update.key(), after);
    }

    private List<Write> writes(Random random) {
        Map<Key, Write> writes = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            Write write = write(random, one(random, ORDERS));
            writes.put(write.key(), write);
        }
        return new ArrayList<>(writes.values());
    }

    private Write write(Random random, String order) {
        Condition condition = random.nextInt(3) == 0 ? condition(random) : null;
        return switch (random.nextInt(5)) {
            case 0 -> new Write.Put(indexed(order, one(random, STATES), one(random, ORDERS)), condition);
            case 1 -> new Write.Put(order(order, Map.of("n", number(random.nextInt(5)))), condition);
            case 2 -> new Write.Delete(key(order), condition);
            case 3 ->
                new Write.Update(
                        key(order),
                        Map.of("GSI1PK", inState(one(random, STATES)).pk(), "GSI1SK", one(random, ORDERS)),
                        Map.of(one(random, NUMBERS), number(random.nextInt(7) - 3)),
                        condition);
            default ->
                new Write.Check(
                        key(order), condition == null ? Condition.absent().or(Condition.present()) : condition);
        };
    }

    private static Condition condition(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> Condition.absent();
            case 1 -> Condition.present();
            case 2 -> Condition.less(one(random, NUMBERS), random.nextInt(4));
            case 3 -> Condition.atLeast("GSI1SK", one(random, ORDERS));
            case 4 -> condition(random).or(condition(random));
            default -> condition(random).and(condition(random));
        };
    }

    private List<String> inIndex(Map<Key, Item> model, String state) {
        String pk = inState(state).pk();
        return model.values().stream()
                .filter(item -> pk.equals(item.indexKey("GSI1").map(Key::pk).orElse("")))
                .map(item -> item.key().sk())
                .toList();
    }

    private static List<Item> sorted(Map<Key, Item> model) {
        return model.values().stream()
                .sorted(Comparator.comparing((Item item) -> item.key().sk(), TableFixture.BY_UTF8))
                .map(TableModelContract::comparable)
                .toList();
    }

    private static Item comparable(Item item) {
        return new Item(item.key(), plain(item.attributes()));
    }

    private static <T> T one(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
