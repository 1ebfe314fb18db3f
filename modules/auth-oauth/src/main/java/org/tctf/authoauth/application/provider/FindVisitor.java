package org.tctf.authoauth.application.provider;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tctf.authoauth.domain.provider.BrowserSession;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Session;
import org.tctf.identity.Standing;

/**
 * Whose browser this is. Asks the identity provider each time, so a session that has ended there, for whatever reason, has
 * ended here.
 */
@Singleton
public class FindVisitor {
    private final BrowserSessions browsers;
    private final IdentityProvider identity;

    public FindVisitor(BrowserSessions browsers, IdentityProvider identity) {
        this.browsers = browsers;
        this.identity = identity;
    }

    /** @param browser the secret that the browser brought */
    public Optional<Visitor> by(@Nullable String browser) {
        return Optional.ofNullable(browser).flatMap(browsers::find).flatMap(this::visitor);
    }

    private Optional<Visitor> visitor(BrowserSession browser) {
        Optional<Session> session = identity.sessions().of(browser.userId()).stream()
                .filter(one -> one.id().equals(browser.sessionId()))
                .findFirst();
        return session.flatMap(found -> identity.accounts()
                .find(browser.userId())
                .filter(Standing::maySignIn)
                .map(standing -> new Visitor(standing, found)));
    }
}
