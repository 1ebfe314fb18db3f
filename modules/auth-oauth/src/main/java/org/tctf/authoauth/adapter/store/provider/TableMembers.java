package org.tctf.authoauth.adapter.store.provider;

import static org.tctf.authoauth.AuthOauthService.CLIENT;
import static org.tctf.authoauth.AuthOauthService.CONSENT;
import static org.tctf.authoauth.AuthOauthService.GRANT;
import static org.tctf.authoauth.AuthOauthService.OWN_CLIENTS;
import static org.tctf.authoauth.AuthOauthService.PROFILE;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.tctf.authoauth.AuthOauthService;
import org.tctf.authoauth.adapter.store.provider.TableClients.Owned;
import org.tctf.authoauth.application.provider.ForgetMore;
import org.tctf.authoauth.application.provider.Members;
import org.tctf.authoauth.application.provider.Profiles;
import org.tctf.authoauth.domain.provider.Consent;
import org.tctf.authoauth.domain.provider.Grant;
import org.tctf.authoauth.domain.provider.Profile;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;

/** What is known of a member, and the end of it. */
@Singleton
public class TableMembers implements Members, Profiles {
    private static final int AT_ONCE = 90;

    private final ServiceTable table;

    public TableMembers(ServiceTables tables) {
        table = tables.of(AuthOauthService.DEFINITION);
    }

    @Override
    public Optional<Profile> of(String userId) {
        return table.get(PROFILE.key(userId), Profile.class);
    }

    @Override
    public void change(String userId, UnaryOperator<Profile> change) {
        Profile after = change.apply(of(userId).orElseGet(() -> Profile.unknown(userId)));
        table.commit(Change.none().put(Row.of(PROFILE.key(userId), after)));
    }

    @Override
    public void forget(String userId) {
        List<Key> keys = new ArrayList<>();
        for (Grant grant : table.list(GRANT.query(userId), Grant.class)) {
            keys.add(GRANT.key(userId, grant.clientId(), grant.id()));
        }
        for (Consent consent : table.list(CONSENT.query(userId), Consent.class)) {
            keys.add(CONSENT.key(userId, consent.clientId()));
        }
        for (Owned owned : table.list(OWN_CLIENTS.query(userId), Owned.class)) {
            keys.add(CLIENT.key(owned.clientId()));
            keys.add(OWN_CLIENTS.key(userId, owned.clientId()));
        }
        keys.add(PROFILE.key(userId));
        Change change = Change.none();
        for (Key key : keys.subList(0, Math.min(AT_ONCE, keys.size()))) {
            change = change.delete(key);
        }
        table.commit(keys.size() > AT_ONCE ? change.enqueue(new ForgetMore(userId)) : change);
    }
}
