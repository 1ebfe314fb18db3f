package org.tctf.authoauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tctf.identity.Proof;
import org.tctf.identity.Role;
import org.tctf.identity.SignIns;
import org.tctf.kernel.web.PublicUrl;
import org.tctf.testing.TestPlatform;

/**
 * The pages in a real browser, by keyboard alone. The gate is another service's: what it answers is taken from the identity
 * provider, in its form.
 */
class PagesTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    private static TestPlatform platform;
    private static World world;
    private static Playwright playwright;
    private static Browser chromium;

    private final List<String> complaints = new ArrayList<>();
    private Member ada;
    private Application app;
    private BrowserContext context;

    @BeforeAll
    static void start() {
        assumeTrue(
                Files.isExecutable(CHROMIUM) || "true".equals(System.getenv("CI")),
                "no " + CHROMIUM + ": install it (apt-get install chromium) to test the pages");
        platform = TestPlatform.startWithoutRateLimits();
        world = new World(platform);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu")));
    }

    @AfterAll
    static void stop() {
        if (platform != null) {
            playwright.close();
            platform.close();
        }
    }

    @BeforeEach
    void aMemberAndAnApplication() {
        ada = world.member();
        app = world.application(ada);
    }

    @AfterEach
    void nothingWasComplainedOf() {
        context.close();
        assertThat(complaints).isEmpty();
    }

    @Test
    void somebodySignsInAgreesAndIsSentBackByKeyboardAlone() throws Exception {
        Page page = open("light", 1280, "en-GB", true);
        page.navigate(authorize("query"));
        assertThat(page.title()).isEqualTo("Sign in");
        shoot(page, "sign-in");
        page.keyboard().type(ada.email());
        page.keyboard().press("Tab");
        page.keyboard().type("correct horse battery staple");
        page.keyboard().press("Enter");
        page.waitForSelector("button[value=allow]");
        assertThat(page.title()).isEqualTo("Allow Weather?");
        assertThat(page.textContent("main"))
                .contains(ada.email(), "app.example", "see your e-mail address", "30 days when you are away");
        shoot(page, "consent");
        page.keyboard().press("Tab");
        assertThat(page.evaluate("document.activeElement.value")).isEqualTo("allow");
        page.keyboard().press("Enter");
        page.waitForURL("https://app.example/callback**");
        assertThat(World.parameters(page.url())).containsKeys("code", "state", "iss");
    }

    @Test
    void aPasswordIsMaskedAndMayBePastedOrFilledIn() {
        Page page = open("light", 1280, "en-GB", true);
        page.navigate(authorize("query"));
        assertThat(page.getAttribute("#password", "type")).isEqualTo("password");
        assertThat(page.getAttribute("#password", "autocomplete")).isEqualTo("current-password");
        assertThat(page.getAttribute("#email", "autocomplete")).isEqualTo("username");
        assertThat(page.evaluate("document.querySelector('#password')"
                        + ".dispatchEvent(new ClipboardEvent('paste', {bubbles: true, cancelable: true}))"))
                .as("nobody prevents it")
                .isEqualTo(true);
    }

    @Test
    void allThatABrowserKeepsIsACookieThatNoScriptSees() {
        Page page = open("light", 1280, "en-GB", true);
        page.navigate(authorize("query"));
        page.fill("#email", ada.email());
        page.fill("#password", "correct horse battery staple");
        page.press("#password", "Enter");
        page.waitForSelector("button[value=allow]");
        assertThat(page.evaluate("document.cookie + localStorage.length + sessionStorage.length"))
                .isEqualTo("00");
        assertThat(context.cookies())
                .singleElement()
                .satisfies(cookie -> assertThat(cookie.httpOnly).isTrue());
    }

    @Test
    void somebodySignsInWithAPasskey() throws Exception {
        Page page = open("light", 1280, "en-GB", true);
        CDPSession devtools = context.newCDPSession(page);
        devtools.send("WebAuthn.enable");
        devtools.send("WebAuthn.addVirtualAuthenticator", authenticator());
        // A browser knows passkeys of names, not of numbers.
        page.navigate(authorize("query").replace("127.0.0.1", "localhost"));
        String credential = (String) page.evaluate("""
                async () => {
                  const made = await navigator.credentials.create({publicKey: {
                    challenge: new Uint8Array(32), rp: {id: 'localhost', name: 'TCTF'},
                    user: {id: new Uint8Array([7]), name: 'ada', displayName: 'Ada'},
                    pubKeyCredParams: [{type: 'public-key', alg: -7}],
                    authenticatorSelection: {residentKey: 'required', userVerification: 'required'}}});
                  return made.id;
                }""");
        page.route("**/v1/auth/mfa/passkeys/signin", route -> route.fulfill(json("""
                        {"challenge": "AAECAwQFBgcICQoLDA0ODw", "timeout": 60000, "rpId": "localhost",
                         "allowCredentials": [], "userVerification": "required"}""")));
        List<String> sent = new ArrayList<>();
        page.route("**/v1/auth/mfa/passkeys/signin/complete", route -> {
            sent.add(route.request().postData());
            route.fulfill(opened());
        });
        shoot(page, "sign-in-passkey");
        page.focus("#passkey");
        page.keyboard().press("Enter");
        page.waitForSelector("button[value=allow]");
        JsonNode form = new ObjectMapper().readTree(sent.getFirst()).path("credential");
        assertThat(form.path("id").asText()).isEqualTo(credential);
        assertThat(form.path("type").asText()).isEqualTo("public-key");
        assertThat(new String(
                        Base64.getUrlDecoder()
                                .decode(form.at("/response/clientDataJSON").asText()),
                        StandardCharsets.UTF_8))
                .contains("AAECAwQFBgcICQoLDA0ODw", "webauthn.get");
        assertThat(form.at("/response/signature").asText()).isNotEmpty();
        assertThat(form.at("/response/userHandle").asText()).isEqualTo("Bw");
    }

    @Test
    void whoHasNoPasskeyIsToldSoAndSignsInOtherwise() {
        Page page = open("light", 1280, "en-GB", true);
        page.navigate(authorize("query"));
        page.route("**/v1/auth/mfa/passkeys/signin", route -> route.fulfill(json("""
                        {"challenge": "AAEC", "timeout": 100, "rpId": "elsewhere.example",
                         "allowCredentials": [], "userVerification": "required"}""")));
        page.click("#passkey");
        page.waitForSelector("#alert:not([hidden])");
        assertThat(page.textContent("#alert")).startsWith("No passkey was used");
        assertThat(page.isEnabled("#passkey")).isTrue();
    }

    @Test
    void somebodySignsInWithAProviderAndComesBackToWhatTheyWereAskedFor() throws Exception {
        offer("acme", "Acme <Corp>");
        Page page = open("light", 1280, "en-GB", true);
        atAcme(page, "code=c-1&state=s-1&iss=https%3A%2F%2Facme.example");
        List<String> sent = new ArrayList<>();
        page.route("**/v1/auth/oauth/acme/callback", route -> {
            sent.add(route.request().postData());
            route.fulfill(json("""
                    {"status": "MFA_REQUIRED", "challenge": "the challenge"}"""));
        });
        page.route("**/v1/auth/mfa/totp/signin", route -> route.fulfill(opened()));
        page.navigate(authorize("query"));
        assertThat(page.textContent("[data-provider=acme]")).isEqualTo("Continue with Acme <Corp>");
        page.focus("[data-provider=acme]");
        page.keyboard().press("Enter");
        page.waitForSelector("#code-form:not([hidden])");
        assertThat(page.evaluate("location.search + sessionStorage.length")).isEqualTo("0");
        shoot(page, "provider-return");
        JsonNode form = new ObjectMapper().readTree(sent.getFirst());
        assertThat(List.of(
                        form.path("attempt").asText(),
                        form.path("state").asText(),
                        form.path("code").asText()))
                .containsExactly("the attempt", "s-1", "c-1");
        assertThat(form.path("iss").asText()).isEqualTo("https://acme.example");
        page.keyboard().type("123456");
        page.keyboard().press("Enter");
        page.waitForSelector("button[value=allow]");
        assertThat(page.title()).isEqualTo("Allow Weather?");
    }

    @Test
    void whoHasNoAppAtHandIsMailedACodeForThisVerySignIn() throws Exception {
        Page page = open("dark", 360, "en-GB", true);
        List<String> sent = new ArrayList<>();
        page.route("**/v1/auth/signin", route -> route.fulfill(json("""
                        {"status": "MFA_REQUIRED", "challenge": "the challenge"}""")));
        page.route("**/v1/auth/mfa/temp-backup-code", route -> {
            sent.add(route.request().postData());
            route.fulfill(json("""
                    {"expiresAt": "2026-11-20T10:00:00Z"}"""));
        });
        page.route("**/v1/auth/mfa/temp-backup-code/signin", route -> {
            sent.add(route.request().postData());
            route.fulfill(opened());
        });
        page.navigate(authorize("query"));
        page.fill("#email", ada.email());
        page.fill("#password", "correct horse battery staple");
        page.keyboard().press("Enter");
        page.waitForSelector("#code-form:not([hidden])");
        page.focus("#mail-code");
        page.keyboard().press("Enter");
        page.waitForSelector("#code-mailed:not(:empty)");
        assertThat(page.textContent("#code-mailed")).startsWith("A code is on its way");
        shoot(page, "code-mailed");
        page.keyboard().type("12345678");
        page.keyboard().press("Enter");
        page.waitForSelector("button[value=allow]");
        assertThat(sent)
                .allSatisfy(form -> assertThat(new ObjectMapper()
                                .readTree(form)
                                .path("challenge")
                                .asText())
                        .isEqualTo("the challenge"));
        assertThat(sent).hasSize(2);
    }

    @Test
    void whoIsNewOrIsRefusedAtTheProviderIsToldWhatToDo() {
        offer("acme", "Acme");
        Page page = open("light", 1280, "en-GB", true);
        page.navigate(authorize("query"));
        atAcme(page, "error=access_denied&state=s-1");
        page.click("[data-provider=acme]");
        page.waitForSelector("#alert:not([hidden])");
        assertThat(page.textContent("#alert")).startsWith("The provider did not sign you in");
        page.click("#again");
        page.waitForSelector("#password-form");
        atAcme(page, "code=c-1&state=s-1");
        page.route("**/v1/auth/oauth/acme/callback", route -> route.fulfill(json("""
                        {"status": "SIGN_UP_REQUIRED", "ticket": "t"}""")));
        page.click("[data-provider=acme]");
        page.waitForSelector("#alert:not([hidden])");
        assertThat(page.textContent("#alert")).startsWith("Nobody here signs in with that account yet");
        assertThat(context.cookies()).isEmpty();
    }

    @Test
    void aProviderThatMayNotComeBackHereIsNotOffered() {
        platform.as("an-admin", Role.ADMIN)
                .put("/v1/auth/oauth/providers/apponly", provider("App only", "https://app.example/callback"))
                .expect(200);
        Page page = open("light", 1280, "en-GB", true);
        page.navigate(authorize("query"));
        assertThat(page.querySelector("[data-provider=apponly]")).isNull();
    }

    private static void offer(String id, String name) {
        String back =
                platform.bean(PublicUrl.class).at("/oauth/provider-return").toString();
        platform.as("an-admin", Role.ADMIN)
                .put("/v1/auth/oauth/providers/" + id, provider(name, back))
                .expect(200);
    }

    private static Map<String, Object> provider(String name, String back) {
        return Map.of(
                "kind", "OPENID_CONNECT",
                "name", name,
                "issuer", "https://acme.example",
                "clientId", "we",
                "clientSecret", "secret",
                "redirectUris", List.of(back));
    }

    /** A provider that sends everybody back with this. */
    private void atAcme(Page page, String brought) {
        page.route("**/v1/auth/oauth/acme/start", route -> route.fulfill(json("""
                        {"authorizationUrl": "https://acme.example/authorize", "attempt": "the attempt"}""")));
        page.route(
                "https://acme.example/authorize",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/html")
                        .setBody("<title>Acme</title><script>location.replace('%s')</script>"
                                .formatted(platform.address().resolve("/oauth/provider-return?" + brought)))));
    }

    private static Route.FulfillOptions json(String body) {
        return new Route.FulfillOptions().setContentType("application/json").setBody(body);
    }

    private static JsonObject authenticator() {
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject parameters = new JsonObject();
        parameters.add("options", options);
        return parameters;
    }

    @Test
    void anAnswerByFormPostsItselfToTheApplication() throws Exception {
        Page page = open("light", 1280, "en-GB", true);
        page.navigate(authorize("form_post"));
        page.fill("#email", ada.email());
        page.fill("#password", "correct horse battery staple");
        page.press("#password", "Enter");
        page.click("button[value=allow]");
        page.waitForURL("https://app.example/callback");
        assertThat(page.content()).contains("welcome by POST");
    }

    @Test
    void aRefusalOfTheGateIsSaidInTheReadersLanguage() throws Exception {
        Page page = open("dark", 360, "de", false);
        page.navigate(authorize("query"));
        page.fill("#email", ada.email());
        page.fill("#password", "wrong");
        page.press("#password", "Enter");
        page.waitForSelector("#alert:not([hidden])");
        assertThat(page.textContent("#alert"))
                .isEqualTo("Adresse oder Passwort ist falsch; prüfen Sie beide und versuchen Sie es noch einmal.");
        assertFits(page);
        shoot(page, "refused-de");
        assertThat(context.cookies()).isEmpty();
        // The browser itself notes that the gate answered 401.
        assertThat(complaints).allMatch(complaint -> complaint.contains("401"));
        complaints.clear();
    }

    @Test
    void whoIsLockedOutReadsForHowLong() {
        Page page = open("light", 1280, "fr", true);
        assertThat(alert(page, route -> route.fulfill(json("""
                                {"code": "ACCOUNT_LOCKED", "detail": "Too many", "retryAfter": 841}""").setStatus(423))))
                .isEqualTo("Trop de mots de passe erronés ; réessayez dans 15 min.");
        complaints.clear();
    }

    @Test
    void whateverElseGoesWrongIsSaidInWordsOfOurs() {
        Page page = open("light", 1280, "fr", true);
        String failed = "Cela n’a pas fonctionné ; réessayez.";
        assertThat(alert(page, route -> route.fulfill(json("""
                                {"code": "NEW_HERE", "detail": "Its words"}""").setStatus(409))))
                .isEqualTo(failed);
        assertThat(alert(page, Route::abort)).as("no network").isEqualTo(failed);
        complaints.clear();
    }

    /** What the page says when the gate answers so; the browser itself complains of it as well. */
    private String alert(Page page, Consumer<Route> gate) {
        page.navigate(authorize("query"));
        page.route("**/v1/auth/signin", gate);
        page.fill("#email", ada.email());
        page.fill("#password", "wrong");
        page.press("#password", "Enter");
        page.waitForSelector("#alert:not([hidden])");
        return page.textContent("#alert");
    }

    @Test
    void aLanguageThatTheApplicationAskedForOutlastsTheWayByAProvider() {
        offer("acme", "Acme");
        Page page = open("light", 1280, "fr", true);
        atAcme(page, "code=c-1&state=s-1");
        List<String> sent = new ArrayList<>();
        page.route("**/v1/auth/oauth/acme/callback", route -> {
            sent.add(route.request().postData());
            route.fulfill(json("""
                    {"status": "MFA_REQUIRED", "challenge": "the challenge"}"""));
        });
        page.navigate(authorize("query") + "&ui_locales=de");
        page.click("[data-provider=acme]");
        page.waitForSelector("#code-form:not([hidden])");
        assertThat(page.getAttribute("html", "lang")).isEqualTo("de");
        assertThat(page.evaluate("location.search + sessionStorage.length")).isEqualTo("0");
        assertThat(sent).singleElement().satisfies(form -> assertThat(form).contains("c-1", "s-1"));
    }

    @Test
    void thePagesFitANarrowScreenInTheDarkInEveryLanguage() throws Exception {
        for (String language : List.of("en", "fr", "es", "de", "it", "pt")) {
            Page page = open("dark", 360, language, true);
            page.navigate(authorize("query"));
            assertFits(page);
            shoot(page, "sign-in-" + language);
            page.fill("#email", ada.email());
            page.fill("#password", "correct horse battery staple");
            page.press("#password", "Enter");
            page.waitForSelector("button[value=allow]");
            assertThat(page.getAttribute("html", "lang")).isEqualTo(language);
            assertFits(page);
            shoot(page, "consent-" + language);
            page.navigate(platform.address().resolve("/oauth/logout").toString());
            assertFits(page);
            page.click("button");
            page.waitForSelector("h1");
            assertThat(context.cookies()).isEmpty();
            context.close();
        }
    }

    private static void assertFits(Page page) {
        assertThat(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .isEqualTo(true);
        assertThat(page.evaluate(
                        "[...document.querySelectorAll('input:not([type=hidden])')].every(i => i.labels.length)"))
                .isEqualTo(true);
    }

    private String authorize(String mode) {
        Map<String, String> request = World.request(app, "openid email offline_access");
        request.put("response_mode", mode);
        return platform.address()
                .resolve("/oauth/authorize?" + World.encoded(request))
                .toString();
    }

    private Page open(String scheme, int width, String language, boolean opens) {
        context = chromium.newContext(new Browser.NewContextOptions()
                .setColorScheme(ColorScheme.valueOf(scheme.toUpperCase(java.util.Locale.ROOT)))
                .setLocale(language)
                .setViewportSize(width, 740));
        context.route(
                "https://app.example/**",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/html")
                        .setBody("<title>Weather</title>welcome by "
                                + route.request().method())));
        context.route("**/v1/auth/signin", route -> route.fulfill(opens ? opened() : refused()));
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return page;
    }

    private Route.FulfillOptions opened() {
        var opened = (SignIns.Opened) platform.identity().signIns().begin(ada.userId(), Proof.PASSWORD, "test", null);
        return new Route.FulfillOptions()
                .setContentType("application/json")
                .setBody(platform.codec()
                        .toJson(Map.of(
                                "status",
                                "SIGNED_IN",
                                "accessToken",
                                opened.tokens().accessToken())));
    }

    private static Route.FulfillOptions refused() {
        return new Route.FulfillOptions()
                .setStatus(401)
                .setContentType("application/problem+json")
                .setBody("""
                        {"code": "WRONG_CREDENTIALS", "detail": "Address or password is wrong; check both and try again."}""");
    }

    private static void shoot(Page page, String name) throws Exception {
        Files.createDirectories(SCREENSHOTS);
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }
}
