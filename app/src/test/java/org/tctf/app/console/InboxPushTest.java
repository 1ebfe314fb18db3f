package org.tctf.app.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tctf.communication.adapter.hook.PushServiceOfTheTest;
import org.tctf.testing.LocalCertificate;
import org.tctf.testing.PushService;
import org.tctf.testing.TestPlatform;
import org.tctf.testing.WebPushClient;

/**
 * "Notify me on this device", in headless Chromium. Its own push service is beyond this machine, so its subscription is one to
 * a push service of the test's, which hands what arrives there to the worker; all that is between is the product's.
 */
class InboxPushTest {
    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final int WIDE = 1280;
    private static final int NARROW = 360;
    private static final String SUBSCRIPTION = """
            (() => {
              let subscribed = null;
              const subscription = {
                toJSON: () => ({ endpoint: "https://%s/push/chromium", expirationTime: null, keys: { p256dh: "%s", auth: "%s" } }),
                unsubscribe: async () => { subscribed = null; return true; },
              };
              PushManager.prototype.getSubscription = async () => subscribed;
              PushManager.prototype.subscribe = async (options) => {
                window.subscribedWith = options.applicationServerKey;
                subscribed = subscription;
                return subscribed;
              };
            })();
            """;

    private static final String CLICK = """
            (async () => {
              let led = "nowhere";
              self.clients.openWindow = async (url) => { led = url; };
              WindowClient.prototype.focus = async () => { led = "the inbox that is open"; };
              const [notification] = await registration.getNotifications();
              self.dispatchEvent(new NotificationEvent("notificationclick", { notification }));
              for (let i = 0; i < 100 && led === "nowhere"; i++) await new Promise((later) => setTimeout(later, 50));
              return led;
            })()
            """;

    @TempDir
    static Path folder;

    private static PushService pushService;
    private static TestPlatform platform;
    private static Browser browser;

    private final String name = "ada_" + UUID.randomUUID().toString().substring(0, 8);
    private final WebPushClient client = new WebPushClient();
    private String memberId;

    @BeforeAll
    static void start() throws IOException, InterruptedException, GeneralSecurityException {
        SSLContext tls = LocalCertificate.in(folder);
        pushService = PushService.start(tls);
        PushServiceOfTheTest.is(pushService, tls);
        platform = TestPlatform.startWithoutRateLimits();
        browser = Browser.at(platform.address().toString());
    }

    @AfterAll
    static void stop() {
        PushServiceOfTheTest.isOver();
        if (browser != null) {
            browser.close();
        }
        platform.close();
        pushService.close();
    }

    @BeforeEach
    void signUp() {
        memberId = Visitors.join(platform, name, "Ada", "Lovelace");
    }

    @AfterEach
    void nothingWasComplainedOf() {
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whatHappensWhileNobodyLooksIsShownByTheWorkerAndLeadsToTheInbox() {
        Page page = inbox(this::subscribesHere);
        CDPSession devtools = page.context().newCDPSession(page);
        AtomicReference<String> registration = new AtomicReference<>();
        devtools.on(
                "ServiceWorker.workerRegistrationUpdated",
                update -> update.getAsJsonArray("registrations")
                        .forEach(one -> registration.set(
                                one.getAsJsonObject().get("registrationId").getAsString())));
        devtools.send("ServiceWorker.enable");
        assertThat(state(page)).hasText("You are not notified on this device while this page is closed.");
        button(page).focus();
        page.keyboard().press("Enter");
        assertThat(state(page)).hasText("You are notified on this device.");
        assertThat(button(page)).hasText("Stop");
        assertThat(page.evaluate("() => subscribedWith"))
                .isEqualTo(platform.as(memberId).get("/v1/push-key").expect(200).at("/publicKey"));
        assertThat(browsers()).hasSize(1);
        assertFits(page, "notified");

        page.navigate("/console");
        platform.fact("BADGE_AWARDED", 1, memberId, Map.of("memberId", memberId, "badge", "First post"));
        platform.settle();
        platform.advance(Duration.ofSeconds(31));
        platform.settle();
        PushService.Got got = pushService.got().getLast();
        assertThat(got.path()).isEqualTo("/push/chromium");
        String payload = client.open(got.body());
        assertThat(payload).contains("You have earned a badge: First post.");

        page.navigate("/console/inbox");
        assertThat(page.locator("[data-state]")).hasText("Live");
        deliver(devtools, registration.get(), payload, page, "You have earned a badge: First post.");
        // A newer one about the same takes its place.
        String newer = payload.replace("First post", "Second post");
        deliver(devtools, registration.get(), newer, page, "You have earned a badge: Second post.");

        assertThat(clicked(page)).isEqualTo("the inbox that is open");
        page.waitForCondition(() -> shown(page).isEmpty());
        page.navigate("/console");
        deliver(devtools, registration.get(), "not JSON", page, "TCTF");
        assertThat(clicked(page)).isEqualTo("/console/inbox");
        page.context().close();
    }

    @Test
    void whoStopsIsNotNotifiedAnyMore() {
        Page page = inbox(this::subscribesHere);
        button(page).click();
        assertThat(button(page)).hasText("Stop");
        button(page).click();
        assertThat(button(page)).hasText("Notify me on this device");
        assertThat(browsers()).isEmpty();
        page.context().close();
    }

    @Test
    void whoSignsOutIsNotNotifiedOnThatDeviceUntilTheySignInThereAgain() {
        Page page = inbox(this::subscribesHere);
        button(page).click();
        assertThat(button(page)).hasText("Stop");
        page.locator("[data-sign-out]").click();
        assertThat(page.locator("[data-sign-in]")).isVisible();
        platform.settle();
        assertThat(browsers()).isEmpty();
        signIn(page);
        assertThat(state(page)).hasText("You are notified on this device.");
        assertThat(browsers()).hasSize(1);
        page.context().close();
    }

    @Test
    void eachStateSaysWhatToDo() {
        Page denied = inbox(context ->
                context.addInitScript("Object.defineProperty(Notification, 'permission', { get: () => 'denied' })"));
        assertThat(state(denied)).containsText("Allow them in the browser's settings");
        assertThat(button(denied)).isHidden();
        assertFits(denied, "denied");
        denied.context().close();

        Page old = inbox(context -> context.addInitScript("delete window.PushManager"));
        assertThat(state(old)).containsText("This browser cannot show notifications");
        old.context().close();

        Page offline = inbox(context -> {
            subscribesHere(context);
            context.addInitScript(
                    "PushManager.prototype.subscribe = async () => { throw new DOMException('x', 'AbortError'); }");
        });
        button(offline).click();
        assertThat(state(offline)).containsText("could not reach its push service");
        assertThat(button(offline)).hasText("Try again");
        assertFits(offline, "failed");
        offline.context().close();
    }

    private Page inbox(Consumer<BrowserContext> prepare) {
        Page page = browser.open("/console/inbox", ColorScheme.LIGHT, WIDE, prepare);
        signIn(page);
        return page;
    }

    private void signIn(Page page) {
        page.locator("#email").fill(name + "@example.org");
        page.locator("#password").fill(Visitors.PASSWORD);
        page.locator("#password").press("Enter");
        assertThat(page.locator("[data-state]")).hasText("Live");
    }

    private void subscribesHere(BrowserContext context) {
        context.grantPermissions(
                List.of("notifications"),
                new BrowserContext.GrantPermissionsOptions()
                        .setOrigin(platform.address().toString()));
        context.addInitScript(SUBSCRIPTION.formatted(PushService.NAME, client.p256dh(), client.auth()));
    }

    /** Again while it is not shown: a headless browser loses one now and then. The tag makes one of two. */
    private static void deliver(CDPSession devtools, String registration, String payload, Page page, String title) {
        Page.WaitForConditionOptions shortly = new Page.WaitForConditionOptions().setTimeout(3_000);
        for (int attempt = 0; attempt < 5; attempt++) {
            deliver(devtools, registration, payload);
            try {
                page.waitForCondition(() -> shown(page).equals(List.of(title)), shortly);
                return;
            } catch (TimeoutError lost) {
                continue;
            }
        }
        throw new AssertionError("shown is %s, not %s".formatted(shown(page), title));
    }

    private static void deliver(CDPSession devtools, String registration, String payload) {
        JsonObject push = new JsonObject();
        push.addProperty(
                "origin", URI.create(platform.address().toString()).toString().replaceAll("/$", ""));
        push.addProperty("registrationId", registration);
        push.addProperty("data", payload);
        devtools.send("ServiceWorker.deliverPushMessage", push);
    }

    private static List<?> shown(Page page) {
        return (List<?>)
                page.evaluate("async () => (await (await navigator.serviceWorker.getRegistration('/console/inbox'))"
                        + ".getNotifications()).map((one) => one.title)");
    }

    /** Nobody can click what the system shows: the worker is told that somebody did, and says where it led. */
    private static String clicked(Page page) {
        CDPSession devtools = browser.devtools();
        AtomicReference<JsonObject> answer = new AtomicReference<>();
        devtools.on("Target.receivedMessageFromTarget", message -> {
            JsonObject said =
                    JsonParser.parseString(message.get("message").getAsString()).getAsJsonObject();
            if (said.has("id")) {
                answer.set(said);
            }
        });
        JsonObject evaluate = new JsonObject();
        evaluate.addProperty("expression", CLICK);
        evaluate.addProperty("awaitPromise", true);
        evaluate.addProperty("returnByValue", true);
        JsonObject call = new JsonObject();
        call.addProperty("id", 1);
        call.addProperty("method", "Runtime.evaluate");
        call.add("params", evaluate);
        JsonObject message = new JsonObject();
        message.addProperty("sessionId", attachedToWorker(devtools));
        message.addProperty("message", call.toString());
        devtools.send("Target.sendMessageToTarget", message);
        page.waitForCondition(() -> answer.get() != null);
        devtools.detach();
        return answer.get()
                .getAsJsonObject("result")
                .getAsJsonObject("result")
                .get("value")
                .getAsString();
    }

    private static String attachedToWorker(CDPSession devtools) {
        JsonObject attach = new JsonObject();
        for (JsonElement target : devtools.send("Target.getTargets").getAsJsonArray("targetInfos")) {
            if (target.getAsJsonObject().get("url").getAsString().endsWith("/push-worker.js")) {
                attach.add("targetId", target.getAsJsonObject().get("targetId"));
            }
        }
        attach.addProperty("flatten", false);
        return devtools.send("Target.attachToTarget", attach).get("sessionId").getAsString();
    }

    private void assertFits(Page page, String what) {
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            page.setViewportSize(NARROW, 900);
            assertThat((int) page.evaluate("() => document.documentElement.scrollWidth - innerWidth"))
                    .isLessThanOrEqualTo(0);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(SCREENSHOTS.resolve("inbox-push-%s-%s.png".formatted(what, scheme))));
        }
        page.setViewportSize(WIDE, 900);
    }

    private List<String> browsers() {
        return platform.as(memberId)
                .get("/v1/push-subscriptions")
                .expect(200)
                .json()
                .findValuesAsText("service");
    }

    private static Locator state(Page page) {
        return page.locator("[data-push-said]");
    }

    private static Locator button(Page page) {
        return page.locator("[data-push-button]");
    }
}
