package org.tctf.authoauth.adapter.store.provider;

import static org.tctf.authoauth.AuthOauthService.CONSENT;
import static org.tctf.authoauth.AuthOauthService.GRANT;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tctf.authoauth.AuthOauthService;
import org.tctf.authoauth.application.provider.Consents;
import org.tctf.authoauth.domain.provider.Consent;
import org.tctf.authoauth.domain.provider.ConsentRevoked;
import org.tctf.authoauth.domain.provider.Grant;
import org.tctf.kernel.Decision;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;

/** Consents lie beside the grants that came of them, in their member's partition. */
@Singleton
public class TableConsents implements Consents {
    private final ServiceTable table;

    public TableConsents(ServiceTables tables) {
        table = tables.of(AuthOauthService.DEFINITION);
    }

    @Override
    public Optional<Consent> find(String userId, String clientId) {
        return table.get(CONSENT.key(userId, clientId), Consent.class);
    }

    @Override
    public List<Consent> of(String userId) {
        return table.list(CONSENT.query(userId), Consent.class);
    }

    @Override
    public void decide(String userId, String clientId, Function<Optional<Consent>, Decision<Consent>> decision) {
        table.retrying(() -> {
            Optional<Consent> before = find(userId, clientId);
            Decision<Consent> decided = decision.apply(before);
            Consent after = decided.state();
            if (before.filter(after::equals).isEmpty()) {
                Row row = Row.of(CONSENT.key(userId, clientId), after);
                Change change = before.map(known -> Change.none().replace(row, known.version()))
                        .orElseGet(() -> Change.none().create(row));
                table.commit(change.raiseAll(userId, after.version(), decided.facts()));
            }
            return after;
        });
    }

    /** One transaction: a member has at most {@link Grant#MAX_OF_CLIENT} grants with one application. */
    @Override
    public void revoke(Consent consent) {
        Key key = CONSENT.key(consent.userId(), consent.clientId());
        Change change = Change.none()
                .delete(key)
                .raise(
                        consent.userId(),
                        consent.version() + 1,
                        new ConsentRevoked(consent.userId(), consent.clientId()));
        for (Grant grant : table.list(GRANT.query(consent.userId(), consent.clientId()), Grant.class)) {
            change = change.delete(GRANT.key(grant.userId(), grant.clientId(), grant.id()));
        }
        table.commit(change);
    }
}
