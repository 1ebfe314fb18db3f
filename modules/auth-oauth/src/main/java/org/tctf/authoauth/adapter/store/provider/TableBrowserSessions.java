package org.tctf.authoauth.adapter.store.provider;

import static org.tctf.authoauth.AuthOauthService.BROWSER;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.tctf.authoauth.AuthOauthService;
import org.tctf.authoauth.application.provider.BrowserSessions;
import org.tctf.authoauth.application.provider.FreshSecrets;
import org.tctf.authoauth.domain.provider.BrowserSession;
import org.tctf.authoauth.domain.provider.BrowserSessionEnded;
import org.tctf.kernel.crypto.Hashes;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Condition;
import org.tctf.kernel.table.ConditionFailed;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;

/** Browsers under the hash of what they keep; by the time an item goes, the session that it names is long over. */
@Singleton
public class TableBrowserSessions implements BrowserSessions {
    private static final Duration LONGEST_SESSION = Duration.ofDays(30);

    private final ServiceTable table;
    private final FreshSecrets secrets;
    private final InstantSource clock;

    public TableBrowserSessions(ServiceTables tables, FreshSecrets secrets, InstantSource clock) {
        table = tables.of(AuthOauthService.DEFINITION);
        this.secrets = secrets;
        this.clock = clock;
    }

    @Override
    public String open(BrowserSession session) {
        String secret = secrets.next();
        table.commit(Change.none()
                .create(Row.of(BROWSER.key(Hashes.sha256(secret)), session)
                        .expires(session.openedAt().plus(LONGEST_SESSION))));
        return secret;
    }

    @Override
    public Optional<BrowserSession> find(String secret) {
        return table.get(BROWSER.key(Hashes.sha256(secret)), BrowserSession.class);
    }

    @Override
    public void forget(String secret) {
        table.commit(Change.none().delete(BROWSER.key(Hashes.sha256(secret))));
    }

    @Override
    public void ended(String secret, BrowserSession session) {
        Key key = BROWSER.key(Hashes.sha256(secret));
        try {
            table.commit(Change.none()
                    .delete(key, Condition.present())
                    .raise(
                            session.userId(),
                            clock.millis(),
                            new BrowserSessionEnded(session.userId(), session.sessionId())));
        } catch (ConditionFailed told) {
            // By another request of the same browser.
        }
    }
}
