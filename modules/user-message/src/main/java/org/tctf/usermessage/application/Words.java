package org.tctf.usermessage.application;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.tctf.kernel.Problem;

/** What is searched for: texts that have all these words or beginnings of words, whatever their case and accents. */
public record Words(List<String> folded) {
    private static final int MAX = 100;

    /** @throws Problem {@code INVALID_SEARCH} */
    public static Words of(String query) {
        List<String> words = Stream.of(fold(query).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
        if (words.isEmpty() || query.length() > MAX) {
            throw Problem.invalid("INVALID_SEARCH", "Search for 1 to %d characters.".formatted(MAX))
                    .at("/q");
        }
        return new Words(words);
    }

    boolean areIn(String text) {
        String all = fold(text);
        return folded.stream().allMatch(word -> isIn(all, word));
    }

    /** At the beginning of a word: "art" finds "artist" and not "start". */
    private static boolean isIn(String text, String word) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            if (at == 0 || !Character.isLetterOrDigit(text.codePointBefore(at))) {
                return true;
            }
        }
        return false;
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
    }
}
