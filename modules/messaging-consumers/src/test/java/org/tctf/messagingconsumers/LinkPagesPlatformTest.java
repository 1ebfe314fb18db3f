package org.tctf.messagingconsumers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tctf.identity.Role;
import org.tctf.testing.Answer;
import org.tctf.testing.Platform;

/** The pages behind mailed links, in the language of whoever follows them. */
class LinkPagesPlatformTest {
    private static final Pattern TOKEN = Pattern.compile("token=([A-Za-z0-9_.%-]+)");
    private static final String CONFIRM = "/v1/subscriptions/confirm?token=";

    private final String ada = "ada.%s@example.org".formatted(UUID.randomUUID());
    private Platform platform;

    @BeforeEach
    void start() {
        platform = Platform.startWithoutRateLimits();
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    void aPageIsInTheLanguageOfTheMailWhateverTheBrowserSays() {
        String token = asked();
        assertPage(200, "de", "Abonnieren?", look(CONFIRM + token, "fr-CA,fr;q=0.9"));
        assertPage(200, "de", "Sie haben abonniert", press(CONFIRM + token, "fr-CA,fr;q=0.9"));
    }

    @Test
    void anExpiredLinksPageIsAsWell() {
        String token = asked();
        platform.advance(Duration.ofDays(8));
        assertPage(410, "de", "Dieser Link gilt nicht mehr", press(CONFIRM + token, "fr"));
    }

    @Test
    void whoIsNotKnownReadsWhatTheirBrowserSaysOrEnglish() {
        assertPage(
                400, "it", "Questo link non può essere utilizzato", look(CONFIRM + "x", "ja, it-CH;q=0.8, en;q=0.2"));
        assertPage(
                400, "pt", "Esta ligação não pode ser utilizada", press("/v1/subscriptions/unsubscribe?token=x", "pt"));
        assertPage(400, "en", "This link cannot be used", look("/v1/subscriptions/unsubscribe?token=x", "ja"));
        assertPage(400, "en", "This link cannot be used", platform.anonymous().get(CONFIRM + "x"));
    }

    /** A token that asks a German reader to confirm. */
    private String asked() {
        String list = platform.as("staff", Role.STAFF)
                .post("/v1/subscriber-lists", Map.of("name", "Community", "description", "", "isPublic", true))
                .at("/listId");
        platform.anonymous()
                .post("/v1/subscriptions", Map.of("email", ada, "listIds", List.of(list), "language", "de"));
        platform.settle();
        platform.advance(Duration.ofSeconds(1));
        platform.settle();
        Matcher token = TOKEN.matcher(platform.mailbox(ada).getFirst().mail().text());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private Answer look(String path, String accepted) {
        return platform.anonymous().header("Accept-Language", accepted).get(path);
    }

    private Answer press(String path, String accepted) {
        return platform.anonymous()
                .header("Accept-Language", accepted)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .post(path, "");
    }

    private static void assertPage(int status, String language, String title, Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Language")).contains(language);
        assertThat(answer.body())
                .contains("<html lang=\"%s\">".formatted(language))
                .contains("<h1>%s</h1>".formatted(title));
    }
}
