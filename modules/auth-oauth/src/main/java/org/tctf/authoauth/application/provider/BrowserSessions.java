package org.tctf.authoauth.application.provider;

import java.util.Optional;
import org.tctf.authoauth.domain.provider.BrowserSession;

/** Port: browsers that are signed in. */
public interface BrowserSessions {

    /** @return a secret for the browser to keep */
    String open(BrowserSession session);

    Optional<BrowserSession> find(String secret);

    void forget(String secret);

    /** Forgets a browser whose session has ended, and tells of it, once. */
    void ended(String secret, BrowserSession session);
}
