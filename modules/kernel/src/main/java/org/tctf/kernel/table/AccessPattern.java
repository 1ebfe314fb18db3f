package org.tctf.kernel.table;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One way in which a service reads its table, stated in its definition and used by its store, so that the
 * access-pattern matrix, the indexes and the table browser are never typed twice.
 *
 * <p>Keys are templates: {@code MEMBER#{memberId}} / {@code SESSION#{createdAt}#{sessionId}}. Given all values the
 * pattern names one item; given the partition's values, or some more of the sort key's, it names a range: the sort
 * key's text up to the first missing value is the prefix. {@code #} and {@code %} inside a value are percent-encoded, so
 * no value can reach into another's range.
 *
 * @param name a sentence fragment for people: {@code sessions of a member, oldest first}
 * @param index {@link #MAIN} or a secondary index's name, {@code GSI1} to {@code GSI5}
 */
public record AccessPattern(String name, String index, String pkTemplate, String skTemplate) {
    /** The table itself. */
    public static final String MAIN = "MAIN";

    private static final Pattern INDEX = Pattern.compile("MAIN|GSI[1-5]");

    /** @throws IllegalArgumentException when the index's name is not one we have */
    public AccessPattern {
        if (!INDEX.matcher(index).matches()) {
            throw new IllegalArgumentException("index %s: use MAIN or GSI1 to GSI5".formatted(index));
        }
    }

    /** A pattern on the table's own keys; reads are strongly consistent. */
    public static AccessPattern main(String name, String pkTemplate, String skTemplate) {
        return new AccessPattern(name, MAIN, pkTemplate, skTemplate);
    }

    /** A pattern on a secondary index; reads may lag behind writes. */
    public static AccessPattern index(String index, String name, String pkTemplate, String skTemplate) {
        return new AccessPattern(name, index, pkTemplate, skTemplate);
    }

    /** The names of the values, partition first. */
    public List<String> parameters() {
        return Stream.of(pkTemplate, skTemplate)
                .flatMap(template -> KeyTemplate.of(template).parameters().stream())
                .toList();
    }

    /**
     * The one key with these values.
     *
     * @throws IllegalArgumentException when there are fewer or more values than parameters
     */
    public Key key(Object... values) {
        KeyTemplate pk = KeyTemplate.of(pkTemplate);
        KeyTemplate sk = KeyTemplate.of(skTemplate);
        int inPk = pk.parameters().size();
        if (values.length != inPk + sk.parameters().size()) {
            throw new IllegalArgumentException("'%s' needs %s".formatted(name, parameters()));
        }
        return new Key(pk.fill(values, 0), sk.fill(values, inPk));
    }

    /**
     * The items whose key begins with these values, in order of their sort key.
     *
     * @throws IllegalArgumentException when the partition's values are not all there, or there are too many
     */
    public Query query(Object... values) {
        KeyTemplate pk = KeyTemplate.of(pkTemplate);
        KeyTemplate sk = KeyTemplate.of(skTemplate);
        int inPk = pk.parameters().size();
        if (values.length < inPk || values.length > inPk + sk.parameters().size()) {
            throw new IllegalArgumentException(
                    "'%s' needs %s, at least the first %d".formatted(name, parameters(), inPk));
        }
        return Query.of(this, pk.fill(values, 0), sk.fill(values, inPk));
    }
}
