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

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
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
                .flatMap(t -> PLACEHOLDER.matcher(t).results().map(r -> r.group(1)))
                .toList();
    }

    /**
     * The one key with these values.
     *
     * @throws IllegalArgumentException when there are fewer or more values than parameters
     */
    public Key key(Object... values) {
        if (values.length != parameters().size()) {
            throw new IllegalArgumentException("'%s' needs %s".formatted(name, parameters()));
        }
        int inPk = (int) PLACEHOLDER.matcher(pkTemplate).results().count();
        return new Key(fill(pkTemplate, values, 0), fill(skTemplate, values, inPk));
    }

    /**
     * The items whose key begins with these values, in order of their sort key.
     *
     * @throws IllegalArgumentException when the partition's values are not all there, or there are too many
     */
    public Query query(Object... values) {
        int inPk = (int) PLACEHOLDER.matcher(pkTemplate).results().count();
        if (values.length < inPk || values.length > parameters().size()) {
            throw new IllegalArgumentException(
                    "'%s' needs %s, at least the first %d".formatted(name, parameters(), inPk));
        }
        return Query.of(this, fill(pkTemplate, values, 0), fill(skTemplate, values, inPk));
    }

    private static String fill(String template, Object[] values, int from) {
        StringBuilder filled = new StringBuilder();
        var placeholders = PLACEHOLDER.matcher(template);
        int end = 0;
        for (int i = from; placeholders.find(); i++) {
            filled.append(template, end, placeholders.start());
            end = placeholders.end();
            if (i >= values.length) {
                return filled.toString();
            }
            filled.append(encode(values[i].toString()));
        }
        return filled.append(template.substring(end)).toString();
    }

    private static String encode(String value) {
        return value.indexOf('#') < 0 && value.indexOf('%') < 0
                ? value
                : value.replace("%", "%25").replace("#", "%23");
    }
}
