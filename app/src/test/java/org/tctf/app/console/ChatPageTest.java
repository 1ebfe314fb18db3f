package org.tctf.app.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tctf.kernel.socket.MemberSockets;
import org.tctf.testing.TestPlatform;
import org.tctf.testing.TestSocket;

/** Two people in two windows of a headless Chromium, who sign in and talk. */
class ChatPageTest {
    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final int WIDE = 1280;
    private static final int NARROW = 360;

    /** Two pages, a server and its hashing of passwords share what is often a busy machine. */
    private static final double PATIENCE = 20_000;

    private static TestPlatform platform;
    private static Browser browser;

    private final List<TestSocket> devices = new ArrayList<>();

    @BeforeAll
    static void start() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
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

    @AfterEach
    void disconnect() {
        devices.forEach(TestSocket::cut);
    }

    @Test
    void twoPeopleTalkInTwoWindows() {
        Visitors.join(platform, "ada_l", "Ada", "Lovelace");
        Visitors.join(platform, "grace_h", "Grace", "Hopper");
        int before = browser.complaints().size();
        Page ada = signedIn("ada_l", ColorScheme.LIGHT, WIDE);
        Page grace = signedIn("grace_h", ColorScheme.DARK, NARROW);

        ada.getByLabel("New conversation with").fill("grace_h");
        ada.getByLabel("New conversation with").press("Enter");
        assertThat(ada.locator("[data-room-name]")).hasText("Grace Hopper");
        assertThat(ada.locator("[data-presence]")).hasText("here");
        say(ada, "Shall we compile it?");

        Locator room = grace.locator("[data-rooms] button");
        assertThat(room).containsText("Ada Lovelace");
        assertThat(room.locator(".count")).hasText("1");
        room.press("Enter");
        assertThat(grace.locator("[data-presence]")).hasText("here");
        assertThat(grace.locator(".said .words")).hasText("Shall we compile it?");
        assertThat(ada.locator(".said .fate")).hasText("read");

        grace.locator("#text").pressSequentially("At");
        assertThat(ada.locator("[data-typing]")).hasText("Grace Hopper is writing…");
        say(grace, "At once. <b>Nothing</b> here is markup.");
        assertThat(ada.locator(".said .words").last()).hasText("At once. <b>Nothing</b> here is markup.");

        ada.locator(".said li").last().getByRole(AriaRole.BUTTON).first().press("Enter");
        assertThat(grace.locator(".said li").last().locator(".tag")).hasText("👍");
        ada.locator(".said li")
                .first()
                .getByText("Edit", new Locator.GetByTextOptions().setExact(true))
                .press("Enter");
        ada.locator("#text").press("Control+A");
        say(ada, "Shall we run it?");
        assertThat(grace.locator(".said li").first().locator(".words")).hasText("Shall we run it?");
        assertThat(grace.locator(".said li").first()).containsText("edited");

        pictures(ada, "chat");
        pictures(grace, "chat-other");
        ada.locator(".said li")
                .first()
                .getByText("Delete", new Locator.GetByTextOptions().setExact(true))
                .press("Enter");
        assertThat(grace.locator(".said li").first()).containsText("This message was deleted.");
        ada.context().close();
        assertThat(grace.locator("[data-presence]")).hasText("away");
        grace.context().close();
        assertThat(browser.complaints().subList(before, browser.complaints().size()))
                .isEmpty();
    }

    @Test
    void aPageWhoseConnectionIsTakenAwayAgainAndAgainMissesNothingAndSaysNothingTwice() {
        Visitors.join(platform, "alan_t", "Alan", "Turing");
        Visitors.join(platform, "emmy_n", "Emmy", "Noether");
        Page alan = signedIn("alan_t", ColorScheme.LIGHT, WIDE);
        Page emmy = signedIn("emmy_n", ColorScheme.LIGHT, WIDE);
        alan.getByLabel("New conversation with").fill("emmy_n");
        alan.getByLabel("New conversation with").press("Enter");
        assertThat(alan.locator("[data-room-name]")).hasText("Emmy Noether");
        emmy.locator("[data-rooms] button").click();
        List<String> said = new ArrayList<>();

        for (int i = 0; i < 4; i++) {
            takeConnectionFrom("emmy_n");
            said.add("Alan's number " + i);
            say(alan, "Alan's number " + i);
            assertThat(alan.locator(".said li.sending")).hasCount(0);
            said.add("Emmy's number " + i);
            say(emmy, "Emmy's number " + i);
            assertThat(emmy.locator(".said .words")).hasCount(said.size());
            assertThat(emmy.locator(".said li.sending")).hasCount(0);
        }

        for (Page page : List.of(alan, emmy)) {
            assertThat(page.locator(".said .words")).hasText(said.toArray(String[]::new));
        }
        alan.context().close();
        emmy.context().close();
    }

    /** More devices than a member may have: the oldest connection, which is the page's, is closed. */
    private void takeConnectionFrom(String name) {
        String id =
                platform.as("anybody").get("/v1/members/" + name).expect(200).at("/id");
        platform.advance(Duration.ofSeconds(1));
        for (int i = 0; i < MemberSockets.MAX; i++) {
            devices.add(platform.connect(platform.as(id), "/v1/chat/socket-tickets"));
        }
    }

    private static void say(Page page, String text) {
        page.locator("#text").fill(text);
        page.locator("#text").press("Enter");
        assertThat(page.locator("#text")).hasValue("");
    }

    private static Page signedIn(String name, ColorScheme scheme, int width) {
        Page page = browser.open("/console/chat", scheme, width);
        page.getByLabel("E-mail").fill(name + "@example.org");
        page.getByLabel("Password").fill(Visitors.PASSWORD);
        page.getByLabel("Password").press("Enter");
        assertThat(page.locator("[data-connection]")).hasText("connected");
        return page;
    }

    private static void pictures(Page page, String name) {
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            for (int width : new int[] {WIDE, NARROW}) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                page.setViewportSize(width, 900);
                Object overflow = page.evaluate("() => document.documentElement.scrollWidth - innerWidth");
                assertThat((Integer) overflow).as("%s at %d", name, width).isLessThanOrEqualTo(0);
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(SCREENSHOTS.resolve(
                                "%s-%s-%d.png".formatted(name, scheme.name().toLowerCase(Locale.ROOT), width)))
                        .setFullPage(true));
            }
        }
    }
}
