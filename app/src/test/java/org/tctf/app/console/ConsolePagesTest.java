package org.tctf.app.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tctf.app.BulkMail;
import org.tctf.app.console.loyalty.GivePresent;
import org.tctf.testing.Answer;
import org.tctf.testing.TestPlatform;

/** Every page in headless Chromium: light, dark and narrow, by mouse and by keyboard. */
class ConsolePagesTest {
    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final int WIDE = 1280;
    private static final int NARROW = 360;

    private static TestPlatform platform;
    private static Browser browser;
    private static String flow;
    private static String event;
    private static String mail;

    @BeforeAll
    static void somethingHasHappened() {
        platform = TestPlatform.startWithoutRateLimits();
        browser = Browser.at(platform.address().toString());
        flow = signUp("ada");
        event = api("events?correlationId=" + flow + "&type=SIGN_UP_STARTED")
                .at("/items/0/id")
                .asText();
        mail = api("mailbox?to=ada@example.org").at("/items/0/id").asText();
        String campaign = BulkMail.campaign(platform, 40, 10);
        BulkMail.staff(platform)
                .post("/v1/campaigns/%s/schedule".formatted(campaign), Map.of())
                .expect(200);
        platform.bean(GivePresent.class).open(false);
        signUp("grace");
        await().until(() -> api("dead-letters").at("/items").size() > 0);
        platform.bean(GivePresent.class).open(true);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        platform.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "start /console",
                "services /console/services",
                "service /console/services/auth-core",
                "flow-graph /console/flow",
                "events /console/events",
                "events-none /console/events?type=SIGNED_OUT&attribute=country=XX",
                "event /console/events/{event}",
                "flow /console/flows/{flow}",
                "dead-letters /console/dead-letters",
                "queues /console/queues",
                "progress /console/progress",
                "flags /console/flags",
                "mailbox /console/mailbox",
                "mail /console/mailbox/{mail}",
                "mail-templates /console/mail-templates",
                "mail-template /console/mail-templates/one?template=welcome&language=de",
                "inbox /console/inbox",
                "tables /console/tables?service=auth-core&pattern=the newest sign-up of an address&go=1&email=ada@example.org",
                "api-explorer /console/api-explorer",
                "operation /console/api-explorer?operation=POST+%2Fv1%2Faccount%2Fsignup",
                "not-found /console/events/nothing"
            })
    void aPageIsSoundInLightAndDarkWideAndNarrow(String page) {
        String name = page.substring(0, page.indexOf(' '));
        String path = page.substring(page.indexOf(' ') + 1)
                .replace("{event}", event)
                .replace("{flow}", flow)
                .replace("{mail}", mail);
        int before = browser.complaints().size();

        Page shown = browser.open(path, ColorScheme.LIGHT, WIDE);
        assertThat(shown.locator("h1")).hasCount(1);
        if (shown.locator("[data-live-state]").count() > 0) {
            assertThat(shown.locator("[data-live-state]")).hasText("Live");
        }
        fits(shown, ColorScheme.LIGHT, WIDE, name + "-light");
        fits(shown, ColorScheme.DARK, WIDE, name + "-dark");
        fits(shown, ColorScheme.DARK, NARROW, name + "-narrow-dark");
        fits(shown, ColorScheme.LIGHT, NARROW, name + "-narrow");
        shown.context().close();

        assertThat(browser.complaints().subList(before, browser.complaints().size()))
                .filteredOn(complaint -> !complaint.contains("404 (Not Found)"))
                .isEmpty();
    }

    @Test
    void theKeyboardReachesEverythingAndShowsWhereItIs() {
        Page page = browser.open("/console", ColorScheme.LIGHT, WIDE);
        page.keyboard().press("Tab");
        assertThat(page.locator(":focus")).hasText("Skip to content");
        page.keyboard().press("Enter");
        assertThat(page.locator("main")).isFocused();

        page.locator("body").press("Home");
        for (int i = 0; i < 30; i++) {
            page.keyboard().press("Tab");
            Object outline = page.evaluate("() => document.activeElement === document.body ? 'solid'"
                    + " : getComputedStyle(document.activeElement).outlineStyle");
            assertThat(outline).as("outline of stop %d", i).isNotEqualTo("none");
        }
        page.context().close();
    }

    @Test
    void theApiExplorerSendsARequestAndLeadsToItsFlow() {
        Page page = browser.open(
                "/console/api-explorer?operation=" + encoded("POST /v1/account/signup"), ColorScheme.LIGHT, WIDE);
        Locator body = page.locator("#body");
        assertThat(body).hasValue(Pattern.compile("@example\\.org"));

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send"))
                .press("Enter");
        assertThat(page.locator("[data-answer-status]")).hasText(Pattern.compile("201.*"));
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve("answer-light.png"))
                .setFullPage(true));
        page.getByText("Follow it").click();
        assertThat(page.locator("h1")).hasText("POST /v1/account/signup");
        assertThat(page.locator(".timeline")).containsText("SIGN_UP_STARTED");
        assertThat(page.locator(".waterfall")).containsText("POST /v1/account/signup");
        page.context().close();
    }

    @Test
    void theFlowGraphCountsWhileEventsPass() {
        Page page = browser.open("/console/flow", ColorScheme.LIGHT, WIDE);
        assertThat(page.locator("[data-live-state]")).hasText("Live");
        Locator count = page.locator("[data-count='fact:auth-core/SIGN_UP_STARTED']");
        String before = count.textContent();
        signUp("joan");

        assertThat(count).not().hasText(before);
        page.context().close();
    }

    @Test
    void aDeadLetterIsRedrivenByKeyboardAndDiscardedOnlyAfterAQuestion() {
        platform.bean(GivePresent.class).open(false);
        String first = signUp("annie");
        signUp("mary");
        await().until(() -> api("dead-letters?limit=100").at("/items").size() >= 3);
        platform.bean(GivePresent.class).open(true);
        Page page = browser.open("/console/dead-letters", ColorScheme.LIGHT, WIDE);

        Locator letter = page.locator(".letters > li")
                .filter(new Locator.FilterOptions().setHas(page.locator("a[href='/console/flows/" + first + "']")));
        letter.getByRole(AriaRole.BUTTON).first().press("Enter");
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("Back in its queue.");
        platform.settle();
        assertThat(api("events?correlationId=" + first + "&service=loyalty")
                        .at("/items/0/status")
                        .asText())
                .isEqualTo("DONE");

        int left = page.locator(".letters > li").count();
        Locator discard = page.locator(".letters > li").last();
        discard.getByText("Discard…").press("Enter");
        discard.getByText("Discard for good").press("Enter");
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("Discarded.");
        assertThat(page.locator(".letters > li")).hasCount(left - 1);
        page.context().close();
    }

    @Test
    void findingLeadsToEventsFlowsAndMailboxes() {
        Page page = browser.open("/console", ColorScheme.LIGHT, WIDE);
        find(page, event);
        assertThat(page.locator("h1")).hasText("SIGN_UP_STARTED");
        find(page, flow);
        assertThat(page.locator("h1")).hasText("POST /v1/account/signup");
        find(page, "ada@example.org");
        assertThat(page.locator("tbody tr")).hasCount(1);
        page.context().close();
    }

    @Test
    void aMailsHtmlCanDoNothing() {
        Page page = browser.open("/console/mailbox/" + mail, ColorScheme.LIGHT, WIDE);

        assertThat(page.locator("iframe")).hasAttribute("sandbox", "");
        Answer html =
                platform.anonymous().get("/console/mailbox/" + mail + "/html").expect(200);
        assertThat(html.header("Content-Security-Policy").orElseThrow()).contains("default-src 'none'", "sandbox");
        page.context().close();
    }

    @Test
    void aMailThatIsMadeToBounceHasFailedAfterAll() {
        signUp("hedy");
        String bounced = api("mailbox?to=hedy@example.org").at("/items/0/id").asText();
        Page page = browser.open("/console/mailbox/" + bounced, ColorScheme.LIGHT, WIDE);

        assertThat(page.locator("h2 .badge")).hasText("delivered");
        page.getByText("Bounced (no such mailbox)").press("Enter");
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("Said: bounced.");
        assertThat(page.locator("h2 .badge")).hasText("bounced");
        fits(page, ColorScheme.DARK, NARROW, "mail-bounced-narrow-dark");
        page.context().close();

        assertThat(platform.settled("MESSAGE_FAILED"))
                .filteredOn(fact -> fact.subject().equals(bounced))
                .singleElement()
                .extracting(fact -> fact.data())
                .asString()
                .contains("BOUNCED");
    }

    @Test
    void whoseMailIsMadeToBounceIsWrittenToNoMore() {
        String list = BulkMail.staff(platform)
                .post("/v1/subscriber-lists", Map.of("name", "Letters", "description", "", "isPublic", true))
                .expect(201)
                .at("/listId");
        platform.anonymous()
                .post("/v1/subscriptions", Map.of("email", "edith@example.org", "listIds", List.of(list)))
                .expect(202);
        platform.settle();
        platform.advance(Duration.ofSeconds(2));
        String bounced = platform.mailbox("edith@example.org").getFirst().mail().id();
        Page page = browser.open("/console/mailbox/" + bounced, ColorScheme.LIGHT, WIDE);

        assertThat(page.getByText("Undelivered (")).hasCount(0);
        page.getByText("Bounced (no such mailbox)").press("Enter");
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("Said: bounced.");
        page.context().close();

        platform.settle();
        assertThat(BulkMail.staff(platform)
                        .get("/v1/subscribers/by-address?email=edith@example.org")
                        .expect(200)
                        .at("/suppressed"))
                .isEqualTo("HARD_BOUNCE");
    }

    private static void fits(Page page, ColorScheme scheme, int width, String screenshot) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.setViewportSize(width, 900);
        assertThat((int) page.evaluate("() => document.documentElement.scrollWidth - innerWidth"))
                .as("%s scrolls sideways at %d px", page.url(), width)
                .isLessThanOrEqualTo(0);
        boolean isDark = (boolean) page.evaluate(
                "() => getComputedStyle(document.body).backgroundColor.match(/\\d+/g).every(part => part < 40)");
        assertThat(isDark).isEqualTo(scheme == ColorScheme.DARK);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(screenshot + ".png"))
                .setFullPage(true));
    }

    private static void find(Page page, String what) {
        page.getByRole(AriaRole.SEARCHBOX).fill(what);
        page.getByRole(AriaRole.SEARCHBOX).press("Enter");
    }

    private static String signUp(String name) {
        return Visitors.signUp(platform, name);
    }

    private static JsonNode api(String path) {
        return platform.anonymous().get("/console/api/" + path).expect(200).json();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
