package org.tctf.authoauth.application.provider;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.tctf.authoauth.domain.provider.BrowserSession;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Principal;
import org.tctf.kernel.Problem;

/**
 * Lets a browser stay signed in with the session that somebody has just opened in it.
 *
 * <p>Who signs in again in the same browser does not fill their five sessions: the one before ends. Crash: the old one
 * ends first; then its browser has none, and signs in once more.
 */
@Singleton
public class OpenBrowserSession {
    private final BrowserSessions browsers;
    private final IdentityProvider identity;
    private final InstantSource clock;

    public OpenBrowserSession(BrowserSessions browsers, IdentityProvider identity, InstantSource clock) {
        this.browsers = browsers;
        this.identity = identity;
        this.clock = clock;
    }

    /**
     * @param before the secret that the browser had
     * @return the secret that it keeps from now on
     * @throws Problem {@code SESSION_ENDED} when the caller's session is over, however good its token still is
     */
    public String open(Principal caller, @Nullable String before) {
        boolean isOpen = identity.sessions().of(caller.memberId()).stream()
                .anyMatch(session -> session.id().equals(caller.sessionId()));
        if (!isOpen) {
            throw Problem.unauthenticated("SESSION_ENDED", "This session has ended; sign in again.");
        }
        if (before != null) {
            browsers.find(before).ifPresent(old -> replace(caller, before, old));
        }
        return browsers.open(new BrowserSession(caller.memberId(), caller.sessionId(), clock.instant()));
    }

    private void replace(Principal caller, String secret, BrowserSession old) {
        if (old.userId().equals(caller.memberId()) && !old.sessionId().equals(caller.sessionId())) {
            identity.sessions().end(old.userId(), old.sessionId());
            browsers.ended(secret, old);
            return;
        }
        browsers.forget(secret);
    }
}
