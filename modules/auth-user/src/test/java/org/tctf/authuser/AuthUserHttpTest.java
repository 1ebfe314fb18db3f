package org.tctf.authuser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tctf.identity.Accounts.Registration;
import org.tctf.identity.Password;
import org.tctf.kernel.EmailAddress;
import org.tctf.testing.Answer;
import org.tctf.testing.Caller;
import org.tctf.testing.Platform;

/** What only HTTP has: statuses, headers, pages, limits. */
class AuthUserHttpTest {
    private static Platform platform;

    private final String id = UUID.randomUUID().toString().replace("-", "");
    private final String address = "ada." + id + "@example.org";
    private HttpAuthUser service;
    private String ada;

    @BeforeAll
    static void start() {
        platform = Platform.start();
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    /** Nothing that an earlier test asked for counts against this one's limits. */
    @BeforeEach
    void signUp() {
        service = new HttpAuthUser(platform);
        service.advance(Duration.ofHours(1));
        ada = account(address);
    }

    @Test
    void preferencesCarryTheirVersionAsAnEntityTag() {
        Map<String, ?> wanted = Map.of(
                "language", "en",
                "theme", "LIGHT",
                "timeZone", "Europe/London",
                "quietHours", Map.of("from", "22:00", "to", "07:00"));
        Answer first = platform.as(ada).put("/v1/users/me/preferences", wanted).expect(200);
        assertThat(first.header("ETag")).contains("\"1\"");
        assertThat(first.at("/quietHours/from")).isEqualTo("22:00");
        Answer stale = platform.as(ada)
                .header("If-Match", "\"0\"")
                .put("/v1/users/me/preferences", Map.of("language", "en", "theme", "DARK"))
                .expect(412);
        assertThat(stale.at("/code")).isEqualTo("VERSION_MISMATCH");
        assertThat(service.facts("PREFERENCES_CHANGED")
                        .getLast()
                        .at("/quietHours/to")
                        .asText())
                .startsWith("07:00");
    }

    @Test
    void preferencesThatWeCannotHonourAreRefused() {
        platform.as(ada)
                .put("/v1/users/me/preferences", Map.of("language", "tlh", "theme", "DARK"))
                .expect(400);
        platform.as(ada)
                .put("/v1/users/me/preferences", Map.of("language", "en", "theme", "DARK", "timeZone", "Mars/Base"))
                .expect(400);
        platform.as(ada)
                .put(
                        "/v1/users/me/preferences",
                        Map.of("language", "en", "theme", "DARK", "channels", Map.of("SECURITY", new String[0])))
                .expect(400);
    }

    @Test
    void anAddressThatSomebodyHasIsAnsweredLikeOneThatNobodyHas() {
        String taken = "bob." + id + "@example.org";
        account(taken);
        Answer known = platform.as(ada)
                .post("/v1/users/me/email-change", Map.of("email", taken))
                .expect(202);
        Answer unknown = platform.as(ada)
                .post("/v1/users/me/email-change", Map.of("email", "x" + taken))
                .expect(202);
        assertThat(known.body()).isEqualTo(unknown.body());
    }

    @Test
    void aLinkShowsAPageWithAButtonAndDoesNothingByItself() {
        platform.as(ada)
                .post("/v1/users/me/email-change", Map.of("email", "new." + address))
                .expect(202);
        String path = "/v1/account/link?token="
                + service.open(service.facts("EMAIL_CHANGE_REQUESTED")
                        .getLast()
                        .path("cancelToken")
                        .asText());
        Answer page =
                platform.anonymous().header("Accept", "text/html").get(path).expect(200);
        assertThat(page.body()).contains("<form method=\"post\">").doesNotContain("<script");
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.header("Referrer-Policy")).contains("no-referrer");
        assertThat(service.me(ada).waitingFor()).isEqualTo("new." + address);

        Answer done = platform.anonymous()
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .post(path)
                .expect(200);
        assertThat(done.body()).contains("called off");
        assertThat(service.me(ada).waitingFor()).isNull();
        platform.anonymous().header("Accept", "text/html").post(path + "x").expect(400);
    }

    @Test
    void theLinksPageIsInTheLanguageThatTheMemberPrefersOrSaidAtSignUp() {
        service.created(ada, "Ada", "Lovelace", "Ada_" + id, "fr");
        String path = cancelLink();
        assertPage(200, "fr", "Annuler le changement d’adresse ?", look(path, "it"));
        service.prefer(ada, "de", Map.of(), null);
        assertPage(200, "de", "Änderung Ihrer Adresse abbrechen?", look(path, "it"));
        assertPage(200, "de", "Die Änderung ist abgebrochen", press(path, "it"));
    }

    @Test
    void anExpiredLinksPageIsAsWell() {
        service.created(ada, "Ada", "Lovelace", "Ada_" + id, "fr");
        String path = cancelLink();
        cancelLink();
        assertPage(410, "fr", "Ce lien n’est plus valable", press(path, "it"));
    }

    @Test
    void whoIsNotKnownReadsWhatTheirBrowserSaysOrEnglish() {
        String path = cancelLink();
        assertPage(400, "es", "Este enlace no se puede usar", look(path + "x", "es-MX"));
        assertPage(400, "en", "This link cannot be used", press(path + "x", "ja"));
        assertPage(200, "pt", "Cancelar a mudança do seu endereço?", look(path, "pt"));
    }

    private String cancelLink() {
        platform.as(ada)
                .post("/v1/users/me/email-change", Map.of("email", UUID.randomUUID() + "@example.org"))
                .expect(202);
        return "/v1/account/link?token="
                + service.open(service.facts("EMAIL_CHANGE_REQUESTED")
                        .getLast()
                        .path("cancelToken")
                        .asText());
    }

    private Answer look(String path, String accepted) {
        return browser(accepted).get(path);
    }

    private Answer press(String path, String accepted) {
        return browser(accepted)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .post(path);
    }

    private static Caller browser(String accepted) {
        return platform.anonymous().header("Accept", "text/html").header("Accept-Language", accepted);
    }

    private static void assertPage(int status, String language, String title, Answer page) {
        assertThat(page.status()).as(page.body()).isEqualTo(status);
        assertThat(page.header("Content-Language")).contains(language);
        assertThat(page.body()).contains("<html lang=\"%s\">".formatted(language), "<h1>%s</h1>".formatted(title));
    }

    @Test
    void aNetworkAddressAsksForFiveNamesAnHour() {
        for (int i = 0; i < 5; i++) {
            platform.anonymous()
                    .post("/v1/account/username-recovery", Map.of("membershipName", "Nobody_" + i))
                    .expect(202);
        }
        Answer sixth = platform.anonymous()
                .post("/v1/account/username-recovery", Map.of("membershipName", "Nobody_6"))
                .expect(429);
        assertThat(sixth.header("Retry-After")).isPresent();
    }

    @Test
    void withoutATokenThereIsNoAccountToSee() {
        platform.anonymous().get("/v1/users/me").expect(401);
        platform.anonymous().delete("/v1/users/me").expect(401);
        platform.anonymous().post("/v1/users/me/data-exports").expect(401);
    }

    private String account(String email) {
        var accounts = service.identity().accounts();
        var registration = accounts.register(new EmailAddress(email), new Password("correct horse battery"));
        String userId = ((Registration.Registered) registration).accountId();
        accounts.confirm(userId);
        return userId;
    }
}
