package org.tctf.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tctf.kernel.table.AccessPattern;
import org.tctf.kernel.table.Item;
import org.tctf.kernel.table.Query;
import org.tctf.kernel.table.Table;
import org.tctf.kernel.table.Write;

/** What every {@link Table} promises of queries: order, ranges, pages, secondary indexes. */
public abstract class TableQueriesContract extends TableFixture {
    private static final String ROCKET = "\uD83D\uDE80";

    @Test
    void aQueryHasOnePartitionInOrderOfTheSortKey() {
        put(order("b"), order("a"), order("c"));
        put(new Item(ORDER.key(customer + "x", "a"), Map.of()));
        assertThat(allPages(ORDER.query(customer))).containsExactly("a", "b", "c");
        assertThat(allPages(ORDER.query(customer).descending())).containsExactly("c", "b", "a");
    }

    @Test
    void sortKeysAreInTheOrderOfTheirUtf8Bytes() {
        List<String> orders =
                List.of("~", "z", "Z", "é", "e\u0301", "\u00FF", "\uFFFD", ROCKET, "漢", " ", "10", "9", "");
        List<String> named = orders.stream().filter(o -> !o.isEmpty()).toList();
        named.forEach(o -> put(order(o)));
        assertThat(allPages(ORDER.query(customer)))
                .isEqualTo(named.stream().sorted(BY_UTF8).toList());
    }

    @Test
    void aPrefixHasWhatBeginsWithIt() {
        Stream.of(
                        "2026-01",
                        "2026-01-05",
                        "2026-02",
                        "2025",
                        "é",
                        "éa",
                        "ê",
                        ROCKET + "1",
                        "\uD83D\uDE81",
                        "\uD7FF1",
                        "\uE000")
                .forEach(o -> put(order(o)));
        assertThat(allPages(ORDER.query(customer, "2026-01"))).containsExactly("2026-01", "2026-01-05");
        assertThat(allPages(ORDER.query(customer, "é"))).containsExactly("é", "éa");
        assertThat(allPages(ORDER.query(customer, ROCKET))).containsExactly(ROCKET + "1");
        assertThat(allPages(ORDER.query(customer, "\uD7FF"))).containsExactly("\uD7FF1");
        assertThat(allPages(ORDER.query(customer, "3"))).isEmpty();
    }

    @Test
    void aRangeHasBothItsEnds() {
        Stream.of("a", "b", "c", "d", "dd").forEach(o -> put(order(o)));
        assertThat(allPages(ORDER.query(customer).between("b", "d"))).containsExactly("b", "c", "d");
        assertThat(allPages(ORDER.query(customer).between("b", "d").descending()))
                .containsExactly("d", "c", "b");
        assertThat(allPages(ORDER.query(customer).between("bb", "bc"))).isEmpty();
        assertThat(allPages(ORDER.query(customer).between("d", "b"))).isEmpty();
    }

    @Test
    void pagesShowEachItemOnceInBothDirectionsWhateverTheirSize() {
        List<String> orders =
                IntStream.range(0, 23).mapToObj("o%02d"::formatted).toList();
        orders.forEach(o -> put(order(o)));
        for (int limit : List.of(1, 2, 7, 22, 23, 24, 1000)) {
            assertThat(allPages(ORDER.query(customer).limit(limit))).isEqualTo(orders);
            assertThat(allPages(ORDER.query(customer).descending().limit(limit)))
                    .isEqualTo(orders.reversed());
            assertThat(allPages(ORDER.query(customer).between("o05", "o10").limit(limit)))
                    .isEqualTo(orders.subList(5, 11));
            assertThat(allPages(ORDER.query(customer)
                            .between("o05", "o10")
                            .descending()
                            .limit(limit)))
                    .isEqualTo(orders.subList(5, 11).reversed());
        }
    }

    @Test
    void theLastPageSaysThatItIs() {
        put(order("a"), order("b"));
        assertThat(table().query(ORDER.query(customer).limit(2)).next()).isNull();
        assertThat(table().query(ORDER.query(customer).limit(1)).next()).isNotNull();
    }

    @Test
    void pagesGoOnWhereTheyEndedWhateverHappensInBetween() {
        IntStream.range(0, 10).forEach(i -> put(order("o" + i)));
        Table.Slice first = table().query(ORDER.query(customer).limit(5));
        put(order("o0 new"), order("o9 new"));
        commit(new Write.Delete(key("o4"), null), new Write.Delete(key("o7"), null));
        assertThat(allPages(ORDER.query(customer)).size()).isEqualTo(10);
        assertThat(table().query(ORDER.query(customer).after(first.next())).items())
                .extracting(item -> item.key().sk())
                .containsExactly("o5", "o6", "o8", "o9", "o9 new");
    }

    @Test
    void aPageEndsAtOneMegabyte() {
        IntStream.range(0, 5).forEach(i -> put(order("o" + i, Map.of("text", "x".repeat(300_000)))));
        Table.Slice page = table().query(ORDER.query(customer));
        assertThat(page.items()).hasSizeBetween(3, 4);
        assertThat(page.next()).isNotNull();
        assertThat(allPages(ORDER.query(customer))).hasSize(5);
    }

    @Test
    void anIndexHasTheItemsThatHaveBothItsKeysAndNoOthers() {
        put(
                indexed("1", "open", "2026-01-02"),
                indexed("2", "open", "2026-01-01"),
                indexed("3", "shipped", "2026-01-01"));
        put(order("4", Map.of("GSI1PK", inState("open").pk())), order("5"));
        eventually(inState("open"), "2", "1");
        eventually(inState("open").descending(), "1", "2");
        eventually(inState("open").between("2026-01-02", "2026-01-03"), "1");
        assertThat(table().query(inState("open")).items().getFirst().attributes())
                .isEqualTo(indexed("2", "open", "2026-01-01").attributes());
    }

    @Test
    void anIndexFollowsEveryKindOfWrite() {
        put(indexed("1", "open", "a"), indexed("2", "open", "b"), indexed("3", "open", "c"), indexed("4", "open", "d"));
        String shipped = inState("shipped").pk();
        commit(
                new Write.Put(indexed("1", "shipped", "a"), null),
                new Write.Update(key("2"), Map.of("GSI1PK", shipped), Map.of(), null),
                new Write.Delete(key("3"), null),
                add("4", "n", 1));
        eventually(inState("open"), "4");
        eventually(inState("shipped"), "1", "2");
        put(order("4"));
        eventually(inState("open"));
    }

    @Test
    void itemsWithEqualIndexKeysEachComeOnceOverAllPages() {
        List<String> orders =
                IntStream.range(0, 15).mapToObj("o%02d"::formatted).toList();
        orders.forEach(o -> put(indexed(o, "open", "same")));
        put(indexed("before", "open", "earlier"), indexed("after", "open", "thereafter"));
        await().untilAsserted(() -> assertThat(allPages(inState("open"))).hasSize(17));
        for (int limit : List.of(1, 4, 16)) {
            List<String> up = allPages(inState("open").limit(limit));
            assertThat(up)
                    .containsOnlyOnceElementsOf(orders)
                    .hasSize(17)
                    .startsWith("before")
                    .endsWith("after");
            assertThat(allPages(inState("open").descending().limit(limit)))
                    .containsExactlyInAnyOrderElementsOf(up)
                    .startsWith("after")
                    .endsWith("before");
        }
    }

    @Test
    void anIndexThatTheTableDoesNotHaveIsRefused() {
        Query unknown = AccessPattern.index("GSI5", "nothing", "X#{x}", "{y}").query("1");
        assertThatIllegalArgumentException().isThrownBy(() -> table().query(unknown));
    }

    private void eventually(Query query, String... orders) {
        await().untilAsserted(() -> assertThat(allPages(query)).containsExactly(orders));
    }
}
