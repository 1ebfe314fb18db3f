package org.tctf.app.console;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A headless Chromium of this machine, and everything that its pages complained of. */
final class Browser implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final String address;
    private final List<String> complaints = new ArrayList<>();

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium, String address) {
        this.playwright = playwright;
        this.chromium = chromium;
        this.address = address;
    }

    /** Starts it; without a Chromium the tests are skipped, except where nobody would see that. */
    static Browser at(String address) {
        assumeTrue(
                Files.isExecutable(CHROMIUM) || "true".equals(System.getenv("CI")),
                "no " + CHROMIUM + ": install it (apt-get install chromium) to test the console's pages");
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Browser(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(CHROMIUM)
                                .setArgs(List.of(
                                        "--no-sandbox",
                                        "--disable-dev-shm-usage",
                                        "--disable-gpu",
                                        "--disable-quic",
                                        "--no-first-run",
                                        "--disable-background-networking",
                                        "--disable-component-update",
                                        "--disable-sync"))),
                address);
    }

    /** A fresh page that has been loaded; console errors, failed and foreign requests are noted. */
    Page open(String path, ColorScheme scheme, int width) {
        return open(path, scheme, width, context -> {});
    }

    /** @param prepare what the browser's owner has set before */
    Page open(String path, ColorScheme scheme, int width, Consumer<BrowserContext> prepare) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(address)
                .setColorScheme(scheme)
                .setViewportSize(width, 900)
                .setReducedMotion(ReducedMotion.REDUCE));
        context.setDefaultTimeout(15_000);
        prepare.accept(context);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(path + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(path + ": " + error));
        page.onRequest(request -> {
            if (!request.url().startsWith(address)) {
                complaints.add(path + " asks a stranger: " + request.url());
            }
        });
        page.navigate(path);
        return page;
    }

    /** To what is no page's: workers. */
    CDPSession devtools() {
        return chromium.newBrowserCDPSession();
    }

    List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
