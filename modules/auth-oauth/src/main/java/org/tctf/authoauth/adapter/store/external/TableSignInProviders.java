package org.tctf.authoauth.adapter.store.external;

import static org.tctf.authoauth.AuthOauthService.SIGN_IN_PROVIDER;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.tctf.authoauth.AuthOauthService;
import org.tctf.authoauth.application.external.SignInProviders;
import org.tctf.authoauth.domain.external.SignInProvider;
import org.tctf.authoauth.domain.external.SignInProviderConfigured;
import org.tctf.authoauth.domain.external.SignInProviderRemoved;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Condition;
import org.tctf.kernel.table.ConditionFailed;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;

/** All in one partition: there are few, and lists are what is asked for. */
@Singleton
public class TableSignInProviders implements SignInProviders {
    private final ServiceTable table;
    private final InstantSource clock;

    public TableSignInProviders(ServiceTables tables, InstantSource clock) {
        table = tables.of(AuthOauthService.DEFINITION);
        this.clock = clock;
    }

    @Override
    public List<SignInProvider> all() {
        return table.list(SIGN_IN_PROVIDER.query(), SignInProvider.class);
    }

    @Override
    public Optional<SignInProvider> find(String id) {
        return table.get(SIGN_IN_PROVIDER.key(id), SignInProvider.class);
    }

    @Override
    public void put(SignInProvider provider, String by) {
        table.commit(Change.none()
                .put(Row.of(SIGN_IN_PROVIDER.key(provider.id()), provider))
                .raise(
                        provider.id(),
                        clock.millis(),
                        new SignInProviderConfigured(provider.id(), provider.name(), provider.issuer(), by)));
    }

    @Override
    public boolean remove(String id, String by) {
        try {
            table.commit(Change.none()
                    .delete(SIGN_IN_PROVIDER.key(id), Condition.present())
                    .raise(id, clock.millis(), new SignInProviderRemoved(id, by)));
            return true;
        } catch (ConditionFailed gone) {
            return false;
        }
    }
}
