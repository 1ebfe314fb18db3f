package org.tctf.contracts;

import static org.assertj.core.api.Assertions.fail;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.Outgoing;
import org.tctf.kernel.table.AccessPattern;
import org.tctf.kernel.table.Condition;
import org.tctf.kernel.table.Item;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.Query;
import org.tctf.kernel.table.Table;
import org.tctf.kernel.table.Transaction;
import org.tctf.kernel.table.Write;

/**
 * What the table's contracts are told with: orders of a customer, also found by their state (GSI1). Each test has
 * partitions of its own, so a twin may give all of them one table.
 */
public abstract class TableFixture {
    protected static final AccessPattern ORDER = AccessPattern.main("orders of a customer", "CUSTOMER#{id}", "{order}");
    protected static final AccessPattern BY_STATE =
            AccessPattern.index("GSI1", "orders in a state", "STATE#{id}", "{at}");

    /** The indexes that the twin's table must have. */
    public static final List<String> INDEXES = List.of("GSI1", "GSI2");

    /** DynamoDB's order of sort keys. */
    protected static final Comparator<String> BY_UTF8 =
            Comparator.comparing(text -> text.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    protected final String customer = UUID.randomUUID().toString();

    /** A table with the {@link #INDEXES}; closed by the twin. */
    protected abstract Table table();

    protected Key key(String order) {
        return ORDER.key(customer, order);
    }

    protected Item order(String order, Map<String, Object> attributes) {
        return new Item(key(order), attributes);
    }

    protected Item order(String order) {
        return order(order, Map.of("total", number(7)));
    }

    /** An order that the index has under this state and moment. */
    protected Item indexed(String order, String state, String at) {
        Key indexKey = BY_STATE.key(customer + state, at);
        return order(order, Map.of("GSI1PK", indexKey.pk(), "GSI1SK", indexKey.sk()));
    }

    protected Query inState(String state) {
        return BY_STATE.query(customer + state);
    }

    protected static BigDecimal number(long value) {
        return BigDecimal.valueOf(value);
    }

    protected void put(Item... items) {
        for (Item item : items) {
            commit(new Write.Put(item, null));
        }
    }

    protected void commit(Write... writes) {
        table().commit(new Transaction(List.of(writes), List.of()));
    }

    protected static Write create(Item item) {
        return new Write.Put(item, Condition.absent());
    }

    protected Write add(String order, String attribute, long amount) {
        return new Write.Update(key(order), Map.of(), Map.of(attribute, number(amount)), null);
    }

    protected Map<String, Object> attributes(String order) {
        return table().get(key(order)).orElseThrow().attributes();
    }

    protected @Nullable Object attribute(String order, String name) {
        return attributes(order).get(name);
    }

    /** An attribute that must be a number. */
    protected static long whole(Map<String, Object> attributes, String name) {
        return attributes.get(name) instanceof BigDecimal number
                ? number.longValueExact()
                : fail(name + " is no number");
    }

    /** The sort keys of all pages of a query. */
    protected List<String> allPages(Query query) {
        List<String> sks = new ArrayList<>();
        Query.Position after = null;
        do {
            Table.Slice slice = table().query(query.after(after));
            slice.items().forEach(item -> sks.add(item.key().sk()));
            after = slice.next();
        } while (after != null);
        return sks;
    }

    /** Attributes that compare as DynamoDB's do: numbers by value. */
    protected static Map<String, Object> plain(Map<String, Object> attributes) {
        Map<String, Object> plain = new TreeMap<>();
        attributes.forEach((name, value) ->
                plain.put(name, value instanceof BigDecimal number ? number.stripTrailingZeros() : value));
        return plain;
    }

    protected Outgoing message(String id) {
        return Outgoing.fact(new Envelope(
                id,
                "orders",
                "ORDER_PLACED",
                1,
                Instant.parse("2026-01-02T03:04:05.678Z"),
                customer,
                Envelope.schemaPath("ORDER_PLACED", 1),
                1,
                id,
                null,
                "service:orders",
                null,
                "{\"order\":\"" + id + "\"}"));
    }
}
