package org.tctf.messagingconsumers.domain.subscriber;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.tctf.kernel.Problem;

/**
 * What is known of a subscriber beside name and language: country, city, plan, tier, and what staff imports. At most {@value
 * #MAX} of them; a name is a word in lower camel case, a value has at most {@value #MAX_VALUE} characters and no control
 * characters.
 */
public record Attributes(Map<String, String> values) {
    public static final int MAX = 20;
    public static final int MAX_VALUE = 200;

    /** Words with a meaning of their own in rules and templates. */
    private static final Set<String> TAKEN = Set.of("email", "name", "language", "list", "lists", "unsubscribeUrl");

    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,31}");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    /** @throws Problem {@code INVALID_ATTRIBUTES} */
    public Attributes {
        values = Map.copyOf(values);
        if (values.size() > MAX) {
            throw invalid("a subscriber has at most %d attributes".formatted(MAX));
        }
        values.forEach((name, value) -> {
            if (!isName(name)) {
                throw invalid("'%.40s' is no name of an attribute; use a word like country".formatted(name));
            }
            if (value.isBlank()
                    || value.length() > MAX_VALUE
                    || CONTROL.matcher(value).find()) {
                throw invalid("the value of %s has 1 to %d visible characters".formatted(name, MAX_VALUE));
            }
        });
    }

    public static Attributes none() {
        return new Attributes(Map.of());
    }

    /** Whether an attribute may be called so. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches() && !TAKEN.contains(name);
    }

    /** These and the others; of two with one name the other. */
    public Attributes and(Attributes others) {
        Map<String, String> all = new TreeMap<>(values);
        all.putAll(others.values);
        return new Attributes(all);
    }

    private static Problem invalid(String why) {
        return Problem.invalid("INVALID_ATTRIBUTES", "These attributes cannot be kept: %s.".formatted(why))
                .at("/attributes");
    }
}
