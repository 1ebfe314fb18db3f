package org.tctf.authmfa;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A headless Chromium with a virtual authenticator: somebody else's client and somebody else's authenticator, so that what we
 * say and what we accept is what browsers do. Its page is at the platform's public address.
 */
final class Browser implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final String SITE = "http://localhost:8080/";

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final Page page;
    private final CDPSession devtools;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium, Page page, CDPSession devtools) {
        this.playwright = playwright;
        this.chromium = chromium;
        this.page = page;
        this.devtools = devtools;
    }

    /** Starts it; without a Chromium the tests are skipped, except where nobody would see that. */
    static Browser start() {
        assumeTrue(
                Files.isExecutable(CHROMIUM) || "true".equals(System.getenv("CI")),
                "no " + CHROMIUM + ": install it (apt-get install chromium) to test passkeys");
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        com.microsoft.playwright.Browser chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-dev-shm-usage",
                                "--disable-gpu",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
        Page page = chromium.newPage();
        page.route(
                "**/*",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/html")
                        .setBody("<!doctype html><title>a page</title>")));
        CDPSession devtools = page.context().newCDPSession(page);
        devtools.send("WebAuthn.enable");
        return new Browser(playwright, chromium, page, devtools);
    }

    /** @param origin where the page is */
    Browser at(String origin) {
        page.navigate(origin);
        return this;
    }

    Browser atHome() {
        return at(SITE);
    }

    /** Plugs in an authenticator that has a PIN or a finger, and whose user is there. */
    String plugIn() {
        return plugIn(true);
    }

    /** @param verifiesUsers whether it can tell who uses it */
    String plugIn(boolean verifiesUsers) {
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", verifiesUsers ? "internal" : "usb");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", verifiesUsers);
        options.addProperty("isUserVerified", verifiesUsers);
        options.addProperty("automaticPresenceSimulation", true);
        return with("options", options, "WebAuthn.addVirtualAuthenticator")
                .get("authenticatorId")
                .getAsString();
    }

    void pullOut(String authenticator) {
        send("WebAuthn.removeVirtualAuthenticator", authenticator);
    }

    /** Its only credential, with the private key and the count: what a thief copies. */
    JsonObject credentialOf(String authenticator) {
        JsonArray all = send("WebAuthn.getCredentials", authenticator).getAsJsonArray("credentials");
        return all.get(0).getAsJsonObject();
    }

    void put(String authenticator, JsonObject credential) {
        JsonObject parameters = new JsonObject();
        parameters.addProperty("authenticatorId", authenticator);
        parameters.add("credential", credential);
        devtools.send("WebAuthn.addCredential", parameters);
    }

    void clear(String authenticator) {
        send("WebAuthn.clearCredentials", authenticator);
    }

    /** navigator.credentials.create(), JSON in and out; what it throws is an exception here. */
    String create(String options) {
        return (String) page.evaluate("""
                async options => {
                  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(options));
                  return JSON.stringify((await navigator.credentials.create({publicKey})).toJSON());
                }""", options);
    }

    /** navigator.credentials.get(), JSON in and out; what it throws is an exception here. */
    String get(String options) {
        return (String) page.evaluate("""
                async options => {
                  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(options));
                  return JSON.stringify((await navigator.credentials.get({publicKey})).toJSON());
                }""", options);
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }

    private JsonObject send(String command, String authenticator) {
        JsonObject parameters = new JsonObject();
        parameters.addProperty("authenticatorId", authenticator);
        return devtools.send(command, parameters);
    }

    private JsonObject with(String name, JsonObject value, String command) {
        JsonObject parameters = new JsonObject();
        parameters.add(name, value);
        return devtools.send(command, parameters);
    }
}
