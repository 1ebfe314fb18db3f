package org.tctf.communication.adapter.mustache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tctf.communication.application.Letter;
import org.tctf.communication.application.SampleLetters;
import org.tctf.communication.application.ShortText;
import org.tctf.communication.application.Templates.Brief;
import org.tctf.communication.application.Templates.Rendered;
import org.tctf.communication.domain.Content;
import org.tctf.communication.domain.SecurityEvent;
import org.tctf.kernel.Language;
import org.tctf.kernel.phone.Medium;
import org.tctf.kernel.phone.PhoneMessage;
import org.tctf.kernel.phone.SmsLength;
import org.tctf.kernel.web.PublicUrl;

/** Every template in every language, with its letter: nothing missing, nothing unused, nothing unescaped. */
class MustacheTemplatesTest {
    private static final Map<String, Letter> LETTERS = SampleLetters.byTemplate();

    private final MustacheTemplates templates =
            new MustacheTemplates(new PublicUrl(URI.create("https://tctf.example")));

    record Translation(Language language, String template) {
        Letter letter() {
            return LETTERS.get(template);
        }

        String words() {
            return read(language.tag() + "/" + template);
        }

        String form() {
            return first("\\{\\{<([a-z-]+)}}", words());
        }
    }

    static Stream<Translation> translations() {
        return Stream.of(Language.values())
                .flatMap(language -> LETTERS.keySet().stream().sorted().map(name -> new Translation(language, name)));
    }

    @Test
    void thereIsASampleOfEveryLetter() {
        assertThat(LETTERS.values().stream().<Class<?>>map(Letter::getClass).distinct())
                .containsExactlyInAnyOrder(Letter.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("translations")
    void everyTranslationIsThereAndShowsAllOfItsLetter(Translation translation) {
        Rendered mail = templates.render(translation.template(), translation.language(), translation.letter());
        assertThat(mail.subject()).isNotBlank().hasSizeLessThan(78).doesNotContain("\n");
        assertThat(mail.html())
                .contains("<html lang=\"%s\">".formatted(translation.language().tag()))
                .contains("https://tctf.example/")
                .doesNotContain("{{", "<b>");
        assertThat(mail.text()).contains("\n-- \n").doesNotContain("{{", "\n\n\n", "&lt;", "&#");
    }

    @ParameterizedTest
    @MethodSource("translations")
    void everyComponentOfALetterIsUsedInBothForms(Translation translation) {
        for (String form : List.of("html", "txt")) {
            String all = translation.words() + read(translation.form() + "." + form);
            assertThat(components(translation.letter().getClass()))
                    .allSatisfy(name -> assertThat(all).containsPattern("\\{\\{[#^]?" + name + "}}"));
        }
    }

    @ParameterizedTest
    @MethodSource("translations")
    void theWordsFillJustTheBlanksOfTheirForm(Translation translation) {
        for (String form : List.of("html", "txt")) {
            Set<String> blanks = blanks(read("layout." + form) + read(translation.form() + "." + form));
            blanks.remove("body");
            if (form.equals("txt")) {
                blanks.add("preview");
            }
            assertThat(blanks(translation.words())).isEqualTo(blanks);
        }
    }

    @ParameterizedTest
    @MethodSource("translations")
    void theWordsAreGoodForHtmlAndForPlainText(Translation translation) {
        assertThat(translation.words().replaceAll("\\{\\{.*?}}", "")).doesNotContain("<", ">", "&", "\"");
    }

    /** Formally, in each language that tells one from the other: what says du, tú, tu is a slip. */
    @ParameterizedTest
    @MethodSource("translations")
    void aReaderIsAddressedFormally(Translation translation) {
        String slips = switch (translation.language()) {
            case DE -> "[Dd]u|[Dd]ir|[Dd]ich|[Dd]ein|[Dd]eine[mnrs]?|[Bb]ist|[Hh]ast|[Ww]arst";
            case ES -> "[Tt]u|[Tt]us|[Tt]ú|[Tt]i|[Tt]e|[Hh]as|[Ee]res|[Pp]uedes|[Tt]ienes";
            case FR -> "[Tt]u|[Tt]on|[Tt]a|[Tt]es|[Tt]oi|[Tt]e";
            case IT -> "[Tt]u|[Tt]uo|[Tt]ua|[Tt]uoi|[Tt]ue|[Tt]i|[Ss]ei|[Hh]ai|[Pp]uoi|[Rr]icevi";
            case PT -> "[Tt]u|[Tt]eu|[Tt]ua|[Tt]eus|[Tt]uas|[Tt]e|[Tt]i|[Ff]oste|[Tt]ens|[Pp]odes";
            case EN -> "thou";
        };
        String words = translation.words().replaceAll("\\{\\{.*?}}", " ");
        assertThat(Pattern.compile("(?<!\\p{L})(" + slips + ")(?!\\p{L})")
                        .matcher(words)
                        .results()
                        .map(MatchResult::group))
                .isEmpty();
    }

    @Test
    void thereIsASampleOfEveryTemplateThatThereAreWordsFor() throws IOException {
        try (Stream<Path> words = Files.list(Path.of("src/main/resources/org/tctf/communication/templates/en"))) {
            assertThat(words.map(file -> file.getFileName().toString().replace(".mustache", ""))
                            .filter(name -> !name.startsWith("phone-code")))
                    .containsExactlyInAnyOrderElementsOf(LETTERS.keySet());
        }
    }

    @Test
    void everyTemplateIsShownInEveryLanguageToWhoWorksOnIt() {
        TemplatePreviews previews = new TemplatePreviews(templates, templates);
        assertThat(previews.templates()).hasSize(LETTERS.size() + 2);
        for (String template : previews.templates()) {
            for (String language : previews.languages()) {
                assertThat(previews.preview(template, language))
                        .hasValueSatisfying(
                                preview -> assertThat(preview.text()).isNotBlank());
            }
        }
        assertThat(previews.preview("welcome", "xx")).isEmpty();
        assertThat(previews.preview("nothing", "en")).isEmpty();
    }

    @Test
    void whatOthersWroteIsEscapedInHtmlAndPlainInText() {
        Rendered mail = templates.render("digest", Language.EN, LETTERS.get("digest"));
        assertThat(mail.html()).contains("Bob likes &lt;your&gt; post");
        assertThat(mail.text()).contains("- Bob likes <your> post");
    }

    @Test
    void aLetterThatLacksSomethingIsRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> templates.render("verify-email", Language.EN, new Letter.SignUpRepeated()))
                .withMessageContaining("en/verify-email");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aCodeFitsIntoOneTextMessageAndIsReadTwiceInACall(Language language) {
        String text = templates.render("phone-code", Medium.SMS, language, new ShortText.CodeToRead("493817", 10));
        assertThat(text).contains("493817", "10 ", "TCTF").doesNotContain("{{");
        assertThat(SmsLength.segments(text)).isEqualTo(1);
        assertThat(SmsLength.isSevenBits(text))
                .as("a character beyond GSM's alphabet more than halves what fits")
                .isTrue();

        String spoken =
                templates.render("phone-code", Medium.CALL, language, new ShortText.CodeToHear("4, 9, 3, 8, 1, 7"));
        assertThat(spoken).containsPattern("4, 9, 3, 8, 1, 7.*4, 9, 3, 8, 1, 7").doesNotContain("{{");
        assertThat(spoken.length()).isLessThan(PhoneMessage.SPOKEN);
        assertThat(read(language.tag() + "/phone-code.sms")).isNotBlank();
    }

    /** Just those that are pushed have a brief form. */
    static Stream<Translation> pushed() {
        Stream<Content.ByMail> contents = Stream.concat(
                Stream.of(SecurityEvent.values()).map(event -> new Content.SecurityNotice(event, Instant.EPOCH)),
                Stream.of(
                        new Content.SessionEnded(),
                        new Content.OnboardingNudge(List.of()),
                        new Content.Digest(1, List.of())));
        List<String> names = contents.filter(
                        content -> content.push("to", Instant.EPOCH).isPresent())
                .map(Content::template)
                .toList();
        return Stream.of(Language.values())
                .flatMap(language -> names.stream().map(name -> new Translation(language, name)));
    }

    @ParameterizedTest
    @MethodSource("pushed")
    void whatIsPushedHasATitleAndALineInEveryLanguage(Translation translation) {
        Brief brief = templates.brief(translation.template(), translation.language(), translation.letter());
        Rendered mail = templates.render(translation.template(), translation.language(), translation.letter());
        assertThat(brief.title()).isEqualTo(mail.subject());
        assertThat(brief.text()).isNotBlank().hasSizeLessThan(150).doesNotContain("\n", "{{", "&#", "http");
    }

    @Test
    void wordsForAPhoneThatLackSomethingAreRefused() {
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> templates.render("phone-code", Medium.SMS, Language.EN, new ShortText.CodeToHear("1")))
                .withMessageContaining("en/phone-code.sms");
    }

    private static Set<String> components(Class<?> letter) {
        Set<String> names = new TreeSet<>();
        for (RecordComponent component : letter.getRecordComponents()) {
            names.add(component.getName());
        }
        for (Class<?> part : letter.getDeclaredClasses()) {
            names.addAll(components(part));
        }
        return names;
    }

    private static Set<String> blanks(String template) {
        return Pattern.compile("\\{\\{\\$(\\w+)}}")
                .matcher(template)
                .results()
                .map(blank -> blank.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String first(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .findFirst()
                .orElseThrow();
    }

    private static String read(String name) {
        try (InputStream template = MustacheTemplates.class.getResourceAsStream(
                "/org/tctf/communication/templates/" + name + ".mustache")) {
            return new String(template.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
