package org.tctf.authoauth.adapter.store.provider;

import static org.tctf.authoauth.AuthOauthService.REQUEST;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import org.tctf.authoauth.AuthOauthService;
import org.tctf.authoauth.application.provider.FreshSecrets;
import org.tctf.authoauth.application.provider.Requests;
import org.tctf.authoauth.domain.provider.StoredRequest;
import org.tctf.kernel.crypto.Hashes;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Condition;
import org.tctf.kernel.table.ConditionFailed;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;

/** Requests under the hash of what stands for them. */
@Singleton
public class TableRequests implements Requests {
    private final ServiceTable table;
    private final FreshSecrets secrets;
    private final InstantSource clock;

    public TableRequests(ServiceTables tables, FreshSecrets secrets, InstantSource clock) {
        table = tables.of(AuthOauthService.DEFINITION);
        this.secrets = secrets;
        this.clock = clock;
    }

    @Override
    public String keep(StoredRequest request) {
        String handle = secrets.next();
        table.commit(Change.none()
                .create(Row.of(REQUEST.key(Hashes.sha256(handle)), request).expires(request.until())));
        return handle;
    }

    @Override
    public Optional<StoredRequest> find(String handle) {
        return table.get(REQUEST.key(Hashes.sha256(handle)), StoredRequest.class)
                .filter(request -> clock.instant().isBefore(request.until()));
    }

    @Override
    public Optional<StoredRequest> take(String handle) {
        return find(handle).filter(_ -> isDeleted(handle));
    }

    private boolean isDeleted(String handle) {
        try {
            table.commit(Change.none().delete(REQUEST.key(Hashes.sha256(handle)), Condition.present()));
            return true;
        } catch (ConditionFailed taken) {
            return false;
        }
    }
}
