package org.tctf.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.tctf.kernel.table.Condition;
import org.tctf.kernel.table.ConditionFailed;
import org.tctf.kernel.table.Item;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.Transaction;
import org.tctf.kernel.table.Write;

/** What every {@link org.tctf.kernel.table.Table} promises when many use it at once. */
public abstract class TableRacesContract extends TableFixture {
    private static final int THREADS = 50;

    @Test
    void fiftyThreadsThatRetryByVersionLoseNoIncrement() throws Exception {
        put(order("1", Map.of(Item.VERSION, number(0), "count", number(0))));
        atOnce(THREADS, () -> {
            boolean isDone = false;
            while (!isDone) {
                isDone = incrementByVersion();
            }
            return isDone;
        });
        assertThat(attributes("1")).isEqualTo(Map.of(Item.VERSION, number(THREADS), "count", number(THREADS)));
    }

    @Test
    void concurrentAdditionsAllCount() throws Exception {
        atOnce(THREADS, () -> {
            for (int i = 0; i < 10; i++) {
                commit(add("1", "count", 2));
            }
            return true;
        });
        assertThat(attribute("1", "count")).isEqualTo(number(THREADS * 20));
    }

    @Test
    void exactlyOneOfManyConcurrentCreationsWins() throws Exception {
        AtomicInteger next = new AtomicInteger();
        List<Boolean> won = atOnce(THREADS, () -> {
            try {
                commit(create(order("1", Map.of("by", number(next.getAndIncrement())))));
                return true;
            } catch (ConditionFailed lost) {
                return false;
            }
        });
        assertThat(won).containsOnlyOnce(true);
    }

    @Test
    void transfersBetweenAccountsKeepTheirSum() throws Exception {
        int accounts = 5;
        for (int i = 0; i < accounts; i++) {
            put(order("account" + i, Map.of("balance", number(100))));
        }
        AtomicInteger turn = new AtomicInteger();
        atOnce(20, () -> {
            for (int i = 0; i < 10; i++) {
                int n = turn.getAndIncrement();
                transfer("account" + n % accounts, "account" + (n + 1 + n % 3) % accounts, 1 + n % 40);
            }
            return true;
        });
        assertThat(balances()).allMatch(balance -> balance >= 0);
        assertThat(balances().stream().mapToLong(Long::longValue).sum()).isEqualTo(accounts * 100L);
    }

    @Test
    void aReaderSeesWhatItsOwnCommitWrote() throws Exception {
        AtomicInteger next = new AtomicInteger();
        List<Boolean> seen = atOnce(THREADS, () -> {
            String order = "o" + next.getAndIncrement();
            put(order(order));
            return table().get(key(order)).isPresent();
        });
        assertThat(seen).containsOnly(true);
    }

    @Test
    void nobodySeesHalfATransaction() throws Exception {
        Key left = key("left");
        Key right = key("right");
        put(order("left", Map.of("n", number(0))), order("right", Map.of("n", number(0))));
        AtomicBoolean isDone = new AtomicBoolean();
        try (ExecutorService one = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> writer = one.submit(() -> {
                for (int i = 0; i < 100; i++) {
                    commit(add("left", "n", 1), add("right", "n", 1));
                }
                isDone.set(true);
                return true;
            });
            while (!isDone.get() && !writer.isDone()) {
                List<Item> both = List.of(
                        table().get(left).orElseThrow(), table().get(right).orElseThrow());
                // Read one after the other, the later one can only be further on.
                assertThat(count(both.get(1))).isGreaterThanOrEqualTo(count(both.get(0)));
            }
            assertThat(writer.get()).isTrue();
        }
    }

    private boolean incrementByVersion() {
        Map<String, Object> now = attributes("1");
        long version = whole(now, Item.VERSION);
        long count = whole(now, "count");
        try {
            commit(new Write.Put(
                    order("1", Map.of(Item.VERSION, number(version + 1), "count", number(count + 1))),
                    Condition.version(version)));
            return true;
        } catch (ConditionFailed lost) {
            return false;
        }
    }

    private void transfer(String from, String to, long amount) {
        if (from.equals(to)) {
            return;
        }
        Write.Update debit = new Write.Update(
                key(from), Map.of(), Map.of("balance", number(-amount)), Condition.atLeast("balance", amount));
        try {
            table().commit(new Transaction(List.of(debit, add(to, "balance", amount)), List.of()));
        } catch (ConditionFailed tooPoor) {
            assertThat(tooPoor.key()).isEqualTo(key(from));
        }
    }

    private List<Long> balances() {
        return table().query(ORDER.query(customer)).items().stream()
                .map(item -> whole(item.attributes(), "balance"))
                .toList();
    }

    private static long count(Item item) {
        return whole(item.attributes(), "n");
    }

    private static <T> List<T> atOnce(int times, Callable<T> work) throws InterruptedException, ExecutionException {
        List<T> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<T>> works = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                works.add(work);
            }
            for (Future<T> result : threads.invokeAll(works)) {
                results.add(result.get());
            }
        }
        return results;
    }
}
