package org.tctf.messagingconsumers.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tctf.kernel.Language;

class LinkPageTest {

    @ParameterizedTest
    @EnumSource
    void everyLanguageHasWhatThePagesSayAndNothingElse(Language language) throws IOException {
        Properties words = words(language);
        assertThat(words.stringPropertyNames()).isEqualTo(keys());
        assertThat(words.values())
                .allSatisfy(value -> assertThat((String) value).isNotBlank());
    }

    @ParameterizedTest
    @EnumSource
    void aPageIsInItsLanguageAndSaysSo(Language language) throws IOException {
        Properties words = words(language);
        for (LinkPage page : LinkPage.values()) {
            var answer = page.in(language);
            assertThat(answer.header("Content-Language")).isEqualTo(language.tag());
            assertThat(answer.body())
                    .contains("<html lang=\"%s\">".formatted(language.tag()))
                    .contains("<h1>" + words.getProperty(page.title()) + "</h1>")
                    .contains(words.getProperty(page.text()));
            if (page.asks()) {
                assertThat(answer.body()).contains("<button>" + words.getProperty(page.button()) + "</button>");
            } else {
                assertThat(answer.body()).doesNotContain("<button>");
            }
        }
    }

    private static Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        for (LinkPage page : LinkPage.values()) {
            Stream.of(page.title(), page.text()).forEach(keys::add);
            if (page.asks()) {
                keys.add(page.button());
            }
        }
        return keys;
    }

    /** The language's own file, without what English would lend it. */
    private static Properties words(Language language) throws IOException {
        String file = "link-pages%s.properties".formatted(language == Language.EN ? "" : "_" + language.tag());
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(
                        LinkPageTest.class.getResourceAsStream("/org/tctf/messagingconsumers/" + file), file),
                StandardCharsets.UTF_8)) {
            Properties words = new Properties();
            words.load(reader);
            return words;
        }
    }
}
