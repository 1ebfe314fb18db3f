package org.tctf.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.tctf.kernel.table.Condition;
import org.tctf.kernel.table.ConditionFailed;
import org.tctf.kernel.table.Item;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.Transaction;
import org.tctf.kernel.table.Write;

/** What every {@link org.tctf.kernel.table.Table} promises of single items, transactions, batches and limits. */
public abstract class TableContract extends TableFixture {

    @Test
    void whatIsNotThereIsAbsent() {
        assertThat(table().get(key("none"))).isEmpty();
        assertThat(table().getAll(List.of(key("none")))).isEmpty();
    }

    @Test
    void anItemComesBackAsItWasPut() {
        Map<String, Object> all = Map.of(
                "text",
                "Grüße, 世界 \uD83D\uDE80 \u0000 \" \\ \n",
                "empty",
                "",
                "number",
                new BigDecimal("-12345678901234567890.12345678"),
                "small",
                new BigDecimal("1E-130"),
                "yes",
                true,
                "no",
                false,
                "list",
                List.of("a", new BigDecimal("1.5"), List.of(), Map.of()),
                "map",
                Map.of("inner", Map.of("deep", List.of(true)), "#", "sign"));
        put(order("1", all));
        assertThat(attributes("1")).isEqualTo(all);
    }

    @Test
    void bytesComeBackAsTheyWerePut() {
        byte[] bytes = {0, 1, -1, 127, -128};
        put(order("1", Map.of("bytes", bytes)));
        assertThat((byte[]) attribute("1", "bytes")).isEqualTo(bytes);
    }

    @Test
    void aNumberLosesItsTrailingZerosAndNothingElse() {
        put(order("1", Map.of("price", new BigDecimal("49.00"), "many", new BigDecimal("1E+20"))));
        assertThat((BigDecimal) attribute("1", "price")).isEqualByComparingTo("49");
        assertThat(attribute("1", "price")).hasToString("49");
        assertThat((BigDecimal) attribute("1", "many")).isEqualByComparingTo("100000000000000000000");
    }

    @Test
    void aPutReplacesTheWholeItem() {
        put(order("1", Map.of("old", "x")), order("1", Map.of("new", "y")));
        assertThat(attributes("1")).isEqualTo(Map.of("new", "y"));
    }

    @Test
    void aDeletedItemIsGoneAndDeletingNothingIsFine() {
        put(order("1"));
        commit(new Write.Delete(key("1"), null));
        commit(new Write.Delete(key("1"), null));
        assertThat(table().get(key("1"))).isEmpty();
    }

    @Test
    void manyItemsAreReadAtOnceAndEachOnce() {
        List<Key> keys =
                IntStream.range(0, 100).mapToObj(i -> key("order " + i)).toList();
        for (int i = 0; i < 100; i += 2) {
            put(order("order " + i));
        }
        assertThat(table().getAll(keys)).hasSize(50);
        assertThat(table().getAll(List.of(keys.get(0), keys.get(0)))).hasSize(1);
    }

    @Test
    void moreThanAHundredKeysAtOnceAreRefused() {
        List<Key> keys = IntStream.range(0, 101).mapToObj(i -> key("" + i)).toList();
        assertThatIllegalArgumentException().isThrownBy(() -> table().getAll(keys));
    }

    @Test
    void onlyOneOfTwoCreationsSucceeds() {
        commit(create(order("1", Map.of("by", "first"))));
        refusedAt("1", () -> commit(create(order("1", Map.of("by", "second")))));
        assertThat(attribute("1", "by")).isEqualTo("first");
    }

    @Test
    void aVersionThatMovedOnRefusesTheWrite() {
        put(order("1", Map.of(Item.VERSION, number(3))));
        commit(new Write.Put(order("1", Map.of(Item.VERSION, number(4))), Condition.version(3)));
        refusedAt("1", () -> commit(new Write.Put(order("1"), Condition.version(3))));
        refusedAt("none", () -> commit(new Write.Put(order("none"), Condition.version(1))));
    }

    @Test
    void conditionsCompareNumbersByValueAndTextByBytes() {
        put(order("1", Map.of("stock", number(9), "name", "Z", "emoji", "\uD83D\uDE80", "flag", true)));
        holds(Condition.atLeast("stock", 9).and(Condition.less("stock", 10)));
        holds(Condition.equal("stock", new BigDecimal("9.0")));
        holds(Condition.less("name", "a").and(Condition.equal("flag", true)));
        // U+1F680 sorts after U+FFFF in UTF-8, though before it in UTF-16.
        holds(Condition.atLeast("emoji", "\uFFFF"));
        holds(Condition.absent().or(Condition.present()));
        failsToHold(Condition.atLeast("stock", 10));
        failsToHold(Condition.less("stock", "a text is not more than a number"));
        failsToHold(Condition.equal("missing", "x"));
        failsToHold(Condition.less("missing", 1));
        failsToHold(Condition.absent());
    }

    @Test
    void aConditionGuardsADeleteAndACheckToo() {
        put(order("1"));
        refusedAt("1", () -> commit(new Write.Delete(key("1"), Condition.equal("total", 8))));
        refusedAt("2", () -> commit(new Write.Check(key("2"), Condition.present())));
        commit(new Write.Delete(key("1"), Condition.equal("total", 7)));
        assertThat(table().get(key("1"))).isEmpty();
    }

    @Test
    void anUpdateSetsAndAddsAndLeavesTheRest() {
        put(order("1", Map.of("keep", "k", "set", "old", "count", number(1))));
        commit(new Write.Update(key("1"), Map.of("set", "new"), Map.of("count", number(2), "fresh", number(-5)), null));
        assertThat(attributes("1"))
                .isEqualTo(Map.of("keep", "k", "set", "new", "count", number(3), "fresh", number(-5)));
    }

    @Test
    void anUpdateCreatesTheItemAndItsNumbersStartAtZero() {
        commit(add("1", "views", 4));
        assertThat(attributes("1")).isEqualTo(Map.of("views", number(4)));
    }

    @Test
    void anUpdatesConditionIsHeldAgainstWhatWasThere() {
        Write.Update first = new Write.Update(key("1"), Map.of(), Map.of("n", number(1)), Condition.absent());
        commit(first);
        refusedAt("1", () -> commit(first));
        assertThat(attribute("1", "n")).isEqualTo(number(1));
    }

    @Test
    void nothingCanBeAddedToAText() {
        put(order("1", Map.of("name", "Ada")));
        assertThatIllegalArgumentException().isThrownBy(() -> commit(add("1", "name", 1)));
        assertThat(attribute("1", "name")).isEqualTo("Ada");
    }

    @Test
    void anAttributeCannotBeSetAndAddedToAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> commit(new Write.Update(key("1"), Map.of("n", number(1)), Map.of("n", number(1)), null)));
    }

    @Test
    void aTransactionHappensWholeOrNotAtAll() {
        put(order("taken"));
        ThrowingCallable halfRefused = () -> table().commit(new Transaction(
                List.of(
                        create(order("a")),
                        add("b", "n", 1),
                        create(order("taken")),
                        new Write.Check(key("c"), Condition.present())),
                List.of(message("never"))));
        refusedAt("taken", halfRefused);
        assertThat(table().getAll(List.of(key("a"), key("b")))).isEmpty();
    }

    @Test
    void aTransactionTakesAHundredItemsMessagesCounted() {
        List<Write> writes = new ArrayList<>();
        IntStream.range(0, 98).forEach(i -> writes.add(create(order("o" + i))));
        table().commit(new Transaction(writes, List.of(message("m1"), message("m2"))));
        assertThat(table().query(ORDER.query(customer)).items()).hasSize(98);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Transaction(writes, List.of(message("1"), message("2"), message("3"))));
    }

    @Test
    void aTransactionOfMoreThan4MegabytesIsRefused() {
        List<Write> writes = IntStream.range(0, 11)
                .<Write>mapToObj(i -> create(order("big" + i, Map.of("text", "x".repeat(399_000)))))
                .toList();
        assertThatIllegalArgumentException().isThrownBy(() -> commit(writes.toArray(Write[]::new)));
        assertThat(table().query(ORDER.query(customer)).items()).isEmpty();
    }

    @Test
    void anItemMayHave400KilobytesAndNotAByteMore() {
        Item empty = order("1", Map.of("text", ""));
        int room = Item.MAX_BYTES - empty.bytes();
        put(order("1", Map.of("text", "x".repeat(room))));
        assertThat((String) attribute("1", "text")).hasSize(room);
        assertThatIllegalArgumentException().isThrownBy(() -> order("1", Map.of("text", "x".repeat(room + 1))));
    }

    @Test
    void anUpdateCannotMakeAnItemLargerThan400Kilobytes() {
        put(order("1", Map.of("text", "x".repeat(400_000))));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        commit(new Write.Update(key("1"), Map.of("more", "x".repeat(20_000)), Map.of(), null)));
        assertThat(attributes("1")).containsOnlyKeys("text");
    }

    @Test
    void theLongestKeysWork() {
        Key longest = new Key("p".repeat(2048), "s".repeat(1024 - customer.length()) + customer);
        put(new Item(longest, Map.of("a", "b")));
        assertThat(table().get(longest)).isPresent();
        assertThat("ü".repeat(1024).getBytes(StandardCharsets.UTF_8)).hasSize(2048);
        assertThatIllegalArgumentException().isThrownBy(() -> new Key("p", "ü".repeat(513)));
    }

    @Test
    void aNumberOfMoreThan38DigitsIsRefused() {
        put(order("1", Map.of("n", new BigDecimal("9".repeat(38)))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> put(order("1", Map.of("n", new BigDecimal("9".repeat(39))))));
        assertThatIllegalArgumentException().isThrownBy(() -> put(order("1", Map.of("n", new BigDecimal("1E+126")))));
    }

    @Test
    void anIndexKeyThatIsNoTextIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> put(order("1", Map.of("GSI1PK", number(1), "GSI1SK", "x"))));
        assertThatIllegalArgumentException().isThrownBy(() -> put(order("1", Map.of("GSI1PK", "x", "GSI1SK", ""))));
    }

    @Test
    void aBatchPutsAndDeletes() {
        put(order("old"));
        List<Write> batch = new ArrayList<>(List.of(new Write.Delete(key("old"), null)));
        IntStream.range(0, 24).forEach(i -> batch.add(new Write.Put(order("new" + i), null)));
        table().batch(batch);
        assertThat(table().query(ORDER.query(customer)).items()).hasSize(24);
    }

    @Test
    void aBatchHasAtMost25PlainWritesOfDifferentItems() {
        List<Write> tooMany = IntStream.range(0, 26)
                .<Write>mapToObj(i -> new Write.Put(order("n" + i), null))
                .toList();
        Write plain = new Write.Put(order("1"), null);
        assertThatIllegalArgumentException().isThrownBy(() -> table().batch(tooMany));
        assertThatIllegalArgumentException().isThrownBy(() -> table().batch(List.of(create(order("1")))));
        assertThatIllegalArgumentException().isThrownBy(() -> table().batch(List.of(add("1", "n", 1))));
        assertThatIllegalArgumentException().isThrownBy(() -> table().batch(List.of(plain, plain)));
        assertThat(table().query(ORDER.query(customer)).items()).isEmpty();
    }

    @Test
    void anItemThatMayGoIsReadUntilItGoes() {
        put(order("1", Map.of(Item.EXPIRES, number(1))));
        assertThat(table().get(key("1"))).isPresent();
        assertThat(table().query(ORDER.query(customer)).items()).hasSize(1);
    }

    private void holds(Condition condition) {
        commit(new Write.Check(key("1"), condition));
    }

    private void failsToHold(Condition condition) {
        refusedAt("1", () -> holds(condition));
    }

    private void refusedAt(String order, ThrowingCallable commit) {
        assertThatThrownBy(commit)
                .asInstanceOf(type(ConditionFailed.class))
                .extracting(ConditionFailed::key)
                .isEqualTo(key(order));
    }
}
