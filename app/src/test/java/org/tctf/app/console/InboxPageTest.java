package org.tctf.app.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tctf.testing.TestPlatform;

/** The inbox in headless Chromium, as a member uses it: in two windows, by mouse and by keyboard. */
class InboxPageTest {
    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final int WIDE = 1280;
    private static final int NARROW = 360;

    private static TestPlatform platform;
    private static Browser browser;

    private final String name = "ada_" + UUID.randomUUID().toString().substring(0, 8);
    private String memberId;
    private Page first;

    @BeforeAll
    static void start() {
        platform = TestPlatform.startWithoutRateLimits();
        browser = Browser.at(platform.address().toString());
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        platform.close();
    }

    @BeforeEach
    void signUp() {
        memberId = Visitors.join(platform, name, "Ada", "Lovelace");
        first = window();
    }

    @AfterEach
    void closeWindows() {
        first.context().close();
    }

    @Test
    void whatIsReadInOneWindowIsReadInTheOther() {
        Page second = window();
        assertThat(items(first)).hasCount(1);
        assertThat(unread(second)).hasText("1 unread");

        awardBadge();
        assertThat(items(first)).hasCount(2);
        assertThat(items(second)).hasCount(2);
        assertThat(unread(first)).hasText("2 unread");

        first.locator(".inbox button").first().click();
        assertThat(unread(second)).hasText("1 unread");
        assertThat(second.locator(".inbox > li.unread")).hasCount(1);
        assertThat(second).hasTitle("(1) Inbox · TCTF console");

        second.locator("[data-read-all]").click();
        assertThat(unread(first)).hasText("0 unread");
        assertThat(first.locator(".inbox > li.unread")).hasCount(0);
        second.context().close();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void theKeyboardAloneReadsIt() {
        awardBadge();
        assertThat(items(first)).hasCount(2);
        first.keyboard().press("j");
        first.keyboard().press("ArrowDown");
        assertThat(first.locator(":focus")).containsText("Ada");
        first.keyboard().press("r");
        assertThat(unread(first)).hasText("1 unread");

        first.keyboard().press("u");
        assertThat(items(first)).hasCount(1);
        first.keyboard().press("a");
        assertThat(first.locator("[data-nothing]")).isVisible();
        assertThat(unread(first)).hasText("0 unread");
    }

    @Test
    void whoSignsOutLeavesNothingInTheTab() {
        first.locator("[data-sign-out]").click();
        assertThat(first.locator("[data-sign-in]")).isVisible();
        assertThat(items(first)).hasCount(0);
        assertThat((Object) first.evaluate("() => sessionStorage.getItem('token')"))
                .isNull();
    }

    @Test
    void aWrongPasswordIsSaid() {
        first.locator("[data-sign-out]").click();
        int before = browser.complaints().size();
        signIn(first, "not the password");
        assertThat(first.locator("[data-problem]")).isVisible();
        assertThat(browser.complaints().subList(before, browser.complaints().size()))
                .allMatch(complaint -> complaint.contains("401"));
        browser.complaints().subList(before, browser.complaints().size()).clear();
    }

    @Test
    void itFitsInLightAndDarkWideAndNarrow() {
        awardBadge();
        assertThat(items(first)).hasCount(2);
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            for (int width : new int[] {WIDE, NARROW}) {
                first.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                first.setViewportSize(width, 900);
                assertThat((int) first.evaluate("() => document.documentElement.scrollWidth - innerWidth"))
                        .isLessThanOrEqualTo(0);
                first.screenshot(new Page.ScreenshotOptions()
                        .setPath(SCREENSHOTS.resolve("inbox-%s-%d.png".formatted(scheme, width)))
                        .setFullPage(true));
            }
        }
    }

    private Page window() {
        Page page = browser.open("/console/inbox", ColorScheme.LIGHT, WIDE);
        signIn(page, Visitors.PASSWORD);
        assertThat(page.locator("[data-state]")).hasText("Live");
        return page;
    }

    private void signIn(Page page, String password) {
        page.locator("#email").fill(name + "@example.org");
        page.locator("#password").fill(password);
        page.locator("#password").press("Enter");
    }

    /** A fact that a service of the platform will publish. */
    private void awardBadge() {
        platform.fact("BADGE_AWARDED", 1, memberId, Map.of("memberId", memberId, "badge", "First post"));
        platform.settle();
    }

    private static Locator items(Page page) {
        return page.locator(".inbox > li");
    }

    private static Locator unread(Page page) {
        return page.locator("[data-unread]");
    }
}
