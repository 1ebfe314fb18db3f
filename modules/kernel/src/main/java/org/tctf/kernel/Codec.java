package org.tctf.kernel;

import java.util.Map;

/**
 * Port: turns records into JSON and into the attributes of a stored item, and back.
 *
 * <p>One reading for both: a record is an object, a record with the single component {@code value} is written as that
 * value, a sealed interface's record carries its simple name as {@code type}, instants are ISO-8601 UTC, {@link Money}
 * is {@code {"amount": "49.00", "currency": "EUR"}}, an absent {@code @Nullable} component is left out. Fields that the
 * record does not have are ignored on the way back: a consumer reads just what it needs.
 */
public interface Codec {

    String toJson(Object value);

    /** @throws IllegalArgumentException when the text is not JSON or does not fit the type */
    <T> T fromJson(String json, Class<T> type);

    /** The value's attributes as strings, {@link java.math.BigDecimal}, booleans, lists and maps. */
    Map<String, Object> toAttributes(Object value);

    /** @throws IllegalArgumentException when the attributes don't fit the type */
    <T> T fromAttributes(Map<String, Object> attributes, Class<T> type);
}
