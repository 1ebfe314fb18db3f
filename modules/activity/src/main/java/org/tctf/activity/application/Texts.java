package org.tctf.activity.application;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tctf.activity.domain.LogEntry;
import org.tctf.activity.domain.Notification;
import org.tctf.kernel.Language;

/**
 * Puts names and words into sentences. Sentences are in {@code texts_<language>.properties}; a language without a file
 * is written in English.
 */
@Singleton
public final class Texts {
    private static final Pattern BLANK = Pattern.compile("\\{(\\w+)}");

    /** Names of those that are known, and words, by language. */
    public String title(Notification notification, Map<String, String> names, String language) {
        ResourceBundle texts = texts(language);
        String key = "notification." + notification.template();
        if (notification.count() > 1 && texts.containsKey(key + ".many")) {
            key += ".many";
        }
        return fill(texts.getString(key), notification.words(), people(notification, names, texts));
    }

    public String title(LogEntry entry, String language) {
        return fill(texts(language).getString("log." + entry.template()), entry.words(), "");
    }

    private static String people(Notification notification, Map<String, String> names, ResourceBundle texts) {
        List<String> known = notification.people().stream()
                .map(id -> names.getOrDefault(id, texts.getString("somebody")))
                .toList();
        return switch (known.size()) {
            case 0 -> "";
            case 1 -> known.getFirst();
            default ->
                notification.count() == 2
                        ? fill(texts.getString("people.two"), Map.of("first", known.get(0), "second", known.get(1)), "")
                        : fill(
                                texts.getString("people.many"),
                                Map.of("first", known.get(0), "others", String.valueOf(notification.count() - 1)),
                                "");
        };
    }

    private static String fill(String text, Map<String, String> words, String people) {
        return BLANK.matcher(text)
                .replaceAll(blank -> Matcher.quoteReplacement(
                        blank.group(1).equals("people") ? people : words.getOrDefault(blank.group(1), "")));
    }

    private static ResourceBundle texts(String language) {
        return Language.of(language).words("org.tctf.activity.texts");
    }
}
