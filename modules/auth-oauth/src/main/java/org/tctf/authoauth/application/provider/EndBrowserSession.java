package org.tctf.authoauth.application.provider;

import jakarta.inject.Singleton;
import org.tctf.identity.IdentityProvider;

/**
 * Signs a browser out: its member's session ends, and with it what applications hold without {@code offline_access}.
 *
 * <p>Crash: the session ends first; the browser's next request ends it again, and tells.
 */
@Singleton
public class EndBrowserSession {
    private final BrowserSessions browsers;
    private final IdentityProvider identity;

    public EndBrowserSession(BrowserSessions browsers, IdentityProvider identity) {
        this.browsers = browsers;
        this.identity = identity;
    }

    /** Nothing happens when the browser is not signed in. */
    public void end(String browser) {
        browsers.find(browser).ifPresent(session -> {
            identity.sessions().end(session.userId(), session.sessionId());
            browsers.ended(browser, session);
        });
    }
}
