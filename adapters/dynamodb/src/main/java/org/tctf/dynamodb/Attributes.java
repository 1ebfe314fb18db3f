package org.tctf.dynamodb;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tctf.blueprint.TableShape;
import org.tctf.kernel.table.Item;
import org.tctf.kernel.table.Key;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The kernel's items and values as DynamoDB's, and back. */
final class Attributes {
    private Attributes() {}

    static Map<String, AttributeValue> key(Key key) {
        return Map.of(TableShape.PK, text(key.pk()), TableShape.SK, text(key.sk()));
    }

    static Map<String, AttributeValue> item(Item item) {
        Map<String, AttributeValue> values = new HashMap<>(key(item.key()));
        item.attributes().forEach((name, value) -> values.put(name, value(name, value)));
        return values;
    }

    static Item item(Map<String, AttributeValue> values) {
        Map<String, Object> attributes = plain(values);
        Object pk = attributes.remove(TableShape.PK);
        Object sk = attributes.remove(TableShape.SK);
        return new Item(new Key(String.valueOf(pk), String.valueOf(sk)), attributes);
    }

    static AttributeValue text(String text) {
        return AttributeValue.fromS(text);
    }

    static AttributeValue number(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }

    /** @throws IllegalArgumentException when the value is of a type that no twin keeps */
    static AttributeValue value(String name, @Nullable Object value) {
        return switch (value) {
            case null -> AttributeValue.fromNul(true);
            case String text -> text(text);
            case BigDecimal number -> AttributeValue.fromN(number.toString());
            case Boolean flag -> AttributeValue.fromBool(flag);
            case byte[] bytes -> AttributeValue.fromB(SdkBytes.fromByteArray(bytes));
            case List<?> list -> {
                List<AttributeValue> elements = new ArrayList<>(list.size());
                for (Object element : list) {
                    elements.add(value(name, element));
                }
                yield AttributeValue.fromL(elements);
            }
            case Map<?, ?> map -> {
                Map<String, AttributeValue> entries = new HashMap<>();
                map.forEach((key, element) -> entries.put(key.toString(), value(name, element)));
                yield AttributeValue.fromM(entries);
            }
            default ->
                throw new IllegalArgumentException(
                        "attribute '%s' is a %s; use String, BigDecimal, Boolean, byte[], List or Map"
                                .formatted(name, value.getClass().getName()));
        };
    }

    private static @Nullable Object plain(AttributeValue value) {
        return switch (value.type()) {
            case S -> value.s();
            case N -> number(value.n());
            case BOOL -> value.bool();
            case B -> value.b().asByteArray();
            case L -> {
                List<@Nullable Object> list = new ArrayList<>();
                for (AttributeValue element : value.l()) {
                    list.add(plain(element));
                }
                yield list;
            }
            case M -> plain(value.m());
            case NUL -> null;
            case SS, NS, BS, UNKNOWN_TO_SDK_VERSION ->
                throw new IllegalArgumentException("nobody of us writes a %s".formatted(value.type()));
        };
    }

    private static Map<String, Object> plain(Map<String, AttributeValue> values) {
        Map<String, Object> map = new HashMap<>();
        values.forEach((name, value) -> {
            Object plain = plain(value);
            if (plain != null) {
                map.put(name, plain);
            }
        });
        return map;
    }

    private static BigDecimal number(String text) {
        BigDecimal plain = new BigDecimal(text).stripTrailingZeros();
        // 5E+1 is the same number as 50, but not the same text.
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
