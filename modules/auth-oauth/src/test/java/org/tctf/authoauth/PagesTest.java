package org.tctf.authoauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tctf.identity.Proof;
import org.tctf.identity.SignIns;
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
    void aRefusalOfTheGateIsSaidAsItIs() throws Exception {
        Page page = open("light", 1280, "en-GB", false);
        page.navigate(authorize("query"));
        page.fill("#email", ada.email());
        page.fill("#password", "wrong");
        page.press("#password", "Enter");
        page.waitForSelector("#alert:not([hidden])");
        assertThat(page.textContent("#alert")).isEqualTo("Address or password is wrong; check both and try again.");
        assertThat(context.cookies()).isEmpty();
        // The browser itself notes that the gate answered 401.
        assertThat(complaints).allMatch(complaint -> complaint.contains("401"));
        complaints.clear();
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
