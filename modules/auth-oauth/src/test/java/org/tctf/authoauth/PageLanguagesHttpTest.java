package org.tctf.authoauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tctf.authoauth.World.encoded;
import static org.tctf.authoauth.World.location;
import static org.tctf.authoauth.World.request;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tctf.testing.Answer;
import org.tctf.testing.Caller;
import org.tctf.testing.Platform;

/** Everybody reads the pages in their language. */
class PageLanguagesHttpTest {
    private static Platform platform;
    private static World world;

    private Member ada;
    private Application app;

    @BeforeAll
    static void start() {
        platform = Platform.startWithoutRateLimits();
        world = new World(platform);
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @BeforeEach
    void aMemberAndAnApplication() {
        ada = world.member();
        app = world.application(ada);
    }

    @Test
    void aFrenchReaderReadsFrenchOnEveryPage() {
        Caller stranger = platform.anonymous().header("Accept-Language", "fr-CA, en;q=0.5");
        Caller member = world.browser(ada).header("Accept-Language", "fr-CA, en;q=0.5");
        Map<String, String> request = request(app, "openid email");
        request.put("response_mode", "form_post");
        assertPage(200, "fr", "pour continuer vers Weather", through(stranger, request));
        Answer consent = through(member, request);
        assertPage(200, "fr", "Autoriser Weather ?", consent);
        assertPage(
                200,
                "fr",
                "Un instant",
                form(member).post("/oauth/consent", "decision=allow&request=" + World.handle(consent)));
        assertPage(200, "fr", "Connexion en cours", stranger.get("/oauth/provider-return"));
        assertPage(200, "fr", "Se déconnecter ?", member.get("/oauth/logout"));
        assertPage(200, "fr", "Vous êtes déconnecté", form(member).post("/oauth/logout/confirm", ""));
        assertPage(400, "fr", "Ce lien ne fonctionne pas", stranger.get("/oauth/continue?request=over"));
        assertPage(
                400,
                "fr",
                "Cette page ne peut pas être affichée",
                stranger.header("Accept", "text/html").get("/oauth/continue?request=" + "x".repeat(101)));
    }

    @Test
    void whatAnApplicationDidWrongIsSaidInTheReadersLanguageToo() {
        Caller reader = platform.anonymous().header("Accept-Language", "es");
        assertThat(reader.get("/oauth/authorize?client_id=nobody").body())
                .contains("no está registrada con nosotros", "(UNKNOWN_CLIENT)");
        Map<String, String> elsewhere = request(app, "openid");
        elsewhere.put("redirect_uri", "https://evil.example/");
        assertThat(world.authorize(reader, elsewhere).body())
                .contains("en una dirección que no ha registrado", "(UNKNOWN_REDIRECT_URI)");
        assertThat(reader.get("/oauth/continue?request=over").body())
                .contains("ha caducado; empiece de nuevo", "(UNKNOWN_REQUEST)");
        assertThat(reader.get("/oauth/logout?id_token_hint=nonsense").body()).contains("(INVALID_");
    }

    @Test
    void whatTheGateRefusesIsThereForThePageToSay() {
        Caller reader = platform.anonymous().header("Accept-Language", "it");
        assertThat(through(reader, request(app, "openid")).body())
                .contains(
                        "<p data-code=\"ACCOUNT_LOCKED\" hidden>Troppe password errate; riprovi tra {minutes} min.</p>");
    }

    @Test
    void anApplicationKnowsItsMembersLanguageBetterThanTheirBrowser() {
        Caller browser = platform.anonymous().header("Accept-Language", "fr");
        Map<String, String> request = request(app, "openid");
        request.put("ui_locales", "ja de-CH it");
        assertPage(200, "de", "um mit Weather fortzufahren", through(browser, request));
        assertPage(200, "it", "Uscire?", world.browser(ada).get("/oauth/logout?ui_locales=it"));
        assertPage(
                200,
                "it",
                "È uscito",
                form(world.browser(ada).header("Accept-Language", "fr"))
                        .post("/oauth/logout/confirm", "ui_locales=it"));
        assertPage(400, "pt", "Esta ligação não funciona", browser.get("/oauth/authorize?ui_locales=pt"));
    }

    @Test
    void aPushedRequestHasItsLanguageToo() {
        Map<String, String> request = new LinkedHashMap<>(request(app, "openid"));
        request.put("ui_locales", "es");
        String pushed =
                world.app(app).post("/oauth/par", encoded(request)).expect(201).at("/request_uri");
        Answer page = through(
                platform.anonymous().header("Accept-Language", "fr"),
                Map.of("client_id", app.id(), "request_uri", pushed));
        assertPage(200, "es", "para continuar en Weather", page);
    }

    @Test
    void whoseLanguageNobodyWritesReadsEnglish() {
        Map<String, String> request = request(app, "openid");
        request.put("ui_locales", "ja tlh");
        assertPage(
                200,
                "en",
                "to continue to Weather",
                through(platform.anonymous().header("Accept-Language", "ja, ***"), request));
    }

    @Test
    void applicationsAreToldWhichLanguagesThereAre() {
        assertThat(platform.anonymous()
                        .get("/.well-known/openid-configuration")
                        .json()
                        .path("ui_locales_supported"))
                .extracting(language -> language.asText())
                .containsExactly("en", "fr", "es", "de", "it", "pt");
    }

    /** The page that a request leads to. */
    private static Answer through(Caller browser, Map<String, String> request) {
        return browser.get(location(world.authorize(browser, request).expect(303)));
    }

    private static Caller form(Caller browser) {
        return browser.header("Content-Type", "application/x-www-form-urlencoded");
    }

    private static void assertPage(int status, String language, String sentence, Answer page) {
        assertThat(page.status()).as(page.body()).isEqualTo(status);
        assertThat(page.header("Content-Language")).contains(language);
        assertThat(page.response().headers().allValues("Vary")).contains("Accept-Language");
        assertThat(page.body()).contains("<html lang=\"%s\">".formatted(language), sentence);
    }
}
