package org.tctf.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tctf.kernel.Language;

/** Whoever is spoken to in one language besides English is spoken to in all that we write, and in all of them completely. */
class TranslationsTest {
    private static final Pattern TRANSLATED = Pattern.compile("(.+)_[a-z]{2}\\.properties");
    private static final Pattern BLANK = Pattern.compile("%s|\\{\\w+}");

    /**
     * Words of one bundle, in its language alone.
     *
     * @param bundle its file without language and ending
     */
    record Translation(Path bundle, Language language) {

        Properties words() {
            return read(file());
        }

        private Path file() {
            Path own = bundle.resolveSibling(bundle.getFileName() + "_" + language.tag() + ".properties");
            return language == Language.EN && !Files.exists(own)
                    ? bundle.resolveSibling(bundle.getFileName() + ".properties")
                    : own;
        }

        Translation english() {
            return new Translation(bundle, Language.EN);
        }

        @Override
        public String toString() {
            return bundle.getFileName() + " " + language.tag();
        }
    }

    static Stream<Translation> translations() throws IOException {
        try (Stream<Path> files = Stream.of("modules", "adapters")
                .map(Repository.root()::resolve)
                .flatMap(TranslationsTest::properties)) {
            return files
                    .flatMap(file -> TRANSLATED
                            .matcher(file.getFileName().toString())
                            .results()
                            .map(name -> file.resolveSibling(name.group(1))))
                    .distinct()
                    .sorted()
                    .toList()
                    .stream()
                    .flatMap(bundle -> Stream.of(Language.values()).map(language -> new Translation(bundle, language)));
        }
    }

    @Test
    void thereAreBundles() throws IOException {
        assertThat(translations()).hasSizeGreaterThan(Language.values().length);
    }

    @ParameterizedTest
    @MethodSource("translations")
    void everyLanguageSaysWhatEnglishSays(Translation translation) {
        assertThat(new TreeSet<>(translation.words().stringPropertyNames()))
                .as("the keys of %s", translation)
                .isEqualTo(new TreeSet<>(translation.english().words().stringPropertyNames()));
        assertThat(translation.words().values())
                .allSatisfy(sentence -> assertThat((String) sentence).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("translations")
    void everyLanguageHasTheBlanksOfEnglish(Translation translation) {
        assertThat(blanks(translation)).isEqualTo(blanks(translation.english()));
    }

    /** What says du, tú or tu is a slip. */
    @ParameterizedTest
    @MethodSource("translations")
    void aReaderIsAddressedFormally(Translation translation) {
        String slips = switch (translation.language()) {
            case DE -> "du|dir|dich|dein|deine[mnrs]?|bist|hast|warst";
            case ES -> "tu|tus|tú|ti|te|has|eres|puedes|tienes";
            case FR -> "tu|ton|ta|tes|toi|te";
            case IT -> "tu|tuo|tua|tuoi|tue|ti|sei(?! cifre)|hai|puoi";
            case PT -> "tu|teu|tua|teus|tuas|te|ti|foste|tens|podes";
            case EN -> "thou";
        };
        Pattern slip = Pattern.compile("(?iu)(?<!\\p{L})(" + slips + ")(?!\\p{L})");
        assertThat(translation.words().values())
                .allSatisfy(sentence -> assertThat((String) sentence).doesNotContainPattern(slip));
    }

    private static TreeMap<String, List<String>> blanks(Translation translation) {
        TreeMap<String, List<String>> blanks = new TreeMap<>();
        translation.words().forEach((key, sentence) -> blanks.put((String) key, blanks((String) sentence)));
        return blanks;
    }

    private static List<String> blanks(String sentence) {
        return BLANK.matcher(sentence)
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    private static Stream<Path> properties(Path root) {
        try {
            return Files.walk(root)
                    .filter(file -> file.toString().endsWith(".properties"))
                    .filter(file -> file.toString().contains("/src/main/resources/"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Properties read(Path file) {
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            words.load(reader);
        } catch (IOException missing) {
            throw new AssertionError("there is no " + Repository.root().relativize(file), missing);
        }
        return words;
    }
}
