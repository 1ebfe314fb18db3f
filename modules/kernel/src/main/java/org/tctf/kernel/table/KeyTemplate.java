package org.tctf.kernel.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * {@code SESSION#{createdAt}#{sessionId}}, taken apart once: every read and write fills one, and the profile showed the
 * regular expression.
 *
 * @param literals the texts before, between and after the parameters: one more than those
 */
record KeyTemplate(List<String> literals, List<String> parameters) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final Map<String, KeyTemplate> KNOWN = new ConcurrentHashMap<>();

    static KeyTemplate of(String template) {
        KeyTemplate known = KNOWN.get(template);
        return known == null ? KNOWN.computeIfAbsent(template, KeyTemplate::parse) : known;
    }

    /** The template with the values from this position on, up to the first that is missing. */
    String fill(Object[] values, int from) {
        StringBuilder filled = new StringBuilder(literals.getFirst());
        for (int i = 0; i < parameters.size() && from + i < values.length; i++) {
            filled.append(encoded(values[from + i].toString())).append(literals.get(i + 1));
        }
        return filled.toString();
    }

    private static KeyTemplate parse(String template) {
        List<String> literals = new ArrayList<>();
        List<String> parameters = new ArrayList<>();
        int end = 0;
        for (MatchResult placeholder : PLACEHOLDER.matcher(template).results().toList()) {
            literals.add(template.substring(end, placeholder.start()));
            parameters.add(placeholder.group(1));
            end = placeholder.end();
        }
        literals.add(template.substring(end));
        return new KeyTemplate(List.copyOf(literals), List.copyOf(parameters));
    }

    private static String encoded(String value) {
        return value.indexOf('#') < 0 && value.indexOf('%') < 0
                ? value
                : value.replace("%", "%25").replace("#", "%23");
    }
}
