package org.tctf.authoauth.adapter.store.provider;

import static org.tctf.authoauth.AuthOauthService.ASSERTION;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.tctf.authoauth.AuthOauthService;
import org.tctf.authoauth.application.provider.Assertions;
import org.tctf.kernel.crypto.Hashes;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.ConditionFailed;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;

/** Remembers each proof until it would be too old anyway. */
@Singleton
public class TableAssertions implements Assertions {

    record Used(Instant until) {}

    private final ServiceTable table;

    public TableAssertions(ServiceTables tables) {
        table = tables.of(AuthOauthService.DEFINITION);
    }

    @Override
    public boolean use(String clientId, String id, Instant until) {
        try {
            table.commit(Change.none()
                    .create(Row.of(ASSERTION.key(clientId, Hashes.sha256(id)), new Used(until))
                            .expires(until)));
            return true;
        } catch (ConditionFailed used) {
            return false;
        }
    }
}
