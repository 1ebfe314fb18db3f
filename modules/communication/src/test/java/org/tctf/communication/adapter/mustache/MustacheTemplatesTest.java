package org.tctf.communication.adapter.mustache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tctf.communication.application.Letter;
import org.tctf.communication.application.Templates.Rendered;
import org.tctf.communication.domain.Content;
import org.tctf.communication.domain.Language;
import org.tctf.communication.domain.MailedCode;
import org.tctf.communication.domain.MailedLink;
import org.tctf.communication.domain.SecurityEvent;
import org.tctf.kernel.crypto.Encrypted;
import org.tctf.kernel.web.PublicUrl;

/** Every template in every language, with its letter: nothing missing, nothing unused, nothing unescaped. */
class MustacheTemplatesTest {
    private static final String EVIL = "<script>alert(1)</script>";
    private static final Map<String, Letter> SINGLE = Map.of(
            "verify-email", new Letter.VerifyEmail("493817", "https://tctf.example/confirm?token=a&b=c", 30),
            "sign-up-repeated", new Letter.SignUpRepeated(),
            "no-account", new Letter.NoAccount(),
            "welcome", new Letter.Welcome(EVIL),
            "account-locked", new Letter.AccountLocked("1 March 2026, 10:15 UTC"),
            "session-ended", new Letter.SessionEnded(),
            "onboarding-nudge",
                    new Letter.OnboardingNudge(
                            null, List.of(new Letter.OnboardingNudge.Step(false, true, false, false, false))),
            "digest", new Letter.Digest("Ada", 12, List.of(EVIL, "Bob follows you")));

    private static final Map<String, Letter> LETTERS = letters();

    private static Map<String, Letter> letters() {
        Map<String, Letter> all = new TreeMap<>(SINGLE);
        for (SecurityEvent event : SecurityEvent.values()) {
            all.put(
                    new Content.SecurityNotice(event, Instant.EPOCH).template(),
                    new Letter.SecurityNotice("1 March 2026, 10:15 UTC"));
        }
        for (MailedCode what : MailedCode.values()) {
            all.put(
                    new Content.CodeToType(what, new Encrypted("sealed"), Instant.EPOCH).template(),
                    new Letter.CodeToType("493817", 30));
        }
        for (MailedLink what : MailedLink.values()) {
            all.put(
                    new Content.LinkToFollow(what, new Encrypted("sealed"), Instant.EPOCH).template(),
                    new Letter.LinkToFollow("https://tctf.example/link?token=a.b", "1 March 2026, 10:15 UTC"));
        }
        all.put("email-change", SINGLE.get("verify-email"));
        all.put("username-reminder", new Letter.UsernameReminder());
        return all;
    }

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
                .doesNotContain("{{", "<script>");
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

    @Test
    void whatOthersWroteIsEscapedInHtmlAndPlainInText() {
        Rendered mail = templates.render("digest", Language.EN, LETTERS.get("digest"));
        assertThat(mail.html()).contains("&lt;script&gt;");
        assertThat(mail.text()).contains("- " + EVIL);
    }

    @Test
    void aLetterThatLacksSomethingIsRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> templates.render("verify-email", Language.EN, new Letter.SignUpRepeated()))
                .withMessageContaining("en/verify-email");
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
