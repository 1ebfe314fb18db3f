package org.tctf.authmfa.adapter.store;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.tctf.authmfa.AuthMfaService;
import org.tctf.authmfa.application.MemberFacts;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;

/**
 * Facts by way of the table's outbox. All facts of this service are about a member, who has no version here; they are ordered by the
 * millisecond.
 */
@Singleton
public class TableMemberFacts implements MemberFacts {
    private final ServiceTable table;
    private final InstantSource clock;

    public TableMemberFacts(ServiceTables tables, InstantSource clock) {
        table = tables.of(AuthMfaService.DEFINITION);
        this.clock = clock;
    }

    @Override
    public void happened(String userId, Object fact) {
        table.commit(Change.none().raise(userId, clock.millis(), fact));
    }
}
