package org.tctf.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a browser shows to somebody who follows a link from a mail. */
class MailLinkPageTest extends WithServer {
    private static final String BROWSER = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8";

    @Test
    void aPageGoesOutInItsLanguageWithWhatKeepsItsAddressSecret() {
        Answer answer = look("asked", "fr");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.header("Content-Language")).isEqualTo("it");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'none'", "form-action 'self'", "frame-ancestors 'none'");
        assertThat(answer.response().headers().allValues("Vary")).contains("Accept-Language");
        assertThat(answer.text())
                .contains("<html lang=\"it\">", "<h1>Vuole?</h1>", "<p>Davvero?</p>", "<button>&lt;Sì&gt;</button>");
    }

    @Test
    void aPageThatSaysThatSomethingIsWrongIsThatPage() {
        Answer answer = look("over", "fr");
        assertThat(answer.status()).isEqualTo(410);
        assertThat(answer.text())
                .contains("<h1>È finito</h1>", "Peccato &amp; basta.")
                .doesNotContain("<button>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lost           | 409 | Cela n’a pas fonctionné",
                "down           | 503 | Ce service n’est pas disponible pour le moment",
                "12345678901    | 400 | Cette page ne peut pas être affichée"
            })
    void whatComesToNothingIsAPageInALanguageOfTheBrowser(String token, int status, String title) {
        Answer answer = look(token, "fr-CA, de;q=0.5");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.header("Content-Language")).isEqualTo("fr");
        assertThat(answer.text()).contains("<h1>" + title + "</h1>").doesNotContain("secret");
    }

    @Test
    void whoLooksTooOftenReadsSoAndWhenToComeBack() {
        for (int i = 0; i < 3; i++) {
            assertThat(look("asked", "de").status()).isEqualTo(200);
        }
        Answer refused = look("asked", "de");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isNotNull();
        assertThat(refused.text()).contains("<h1>Zu viele Anfragen</h1>");
        assertThat(server.served().getLast().code()).isEqualTo("RATE_LIMITED");
    }

    @Test
    void aProgramReadsTheProblemAsEver() {
        Answer answer = server.get("/v1/notes/page?token=lost")
                .header("Accept", "application/json")
                .send();
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.code()).isEqualTo("CONCURRENT_MODIFICATION");
    }

    @Test
    void whereThereAreNoPagesABrowserReadsTheProblemToo() {
        Answer answer = server.get("/v1/notes/lost").header("Accept", BROWSER).send();
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void aPageIsInUtf8() {
        assertThat(look("asked", "it").response().body()).contains("Sì".getBytes(StandardCharsets.UTF_8));
    }

    private Answer look(String token, String accepted) {
        return server.get("/v1/notes/page?token=" + token)
                .header("Accept", BROWSER)
                .header("Accept-Language", accepted)
                .send();
    }
}
