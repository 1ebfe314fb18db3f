package org.tctf.authadmin.adapter.store;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import org.tctf.authadmin.AuthAdminService;
import org.tctf.authadmin.application.KeyLedger;
import org.tctf.authadmin.domain.AuditEntry;
import org.tctf.authadmin.domain.AuditEntry.Outcome;
import org.tctf.kernel.Flow;
import org.tctf.kernel.Ids;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;

/** A key's entries in the audit log, and its facts. The keys themselves lie in the provider. */
@Singleton
public class TableKeyLedger implements KeyLedger {
    private final ServiceTable table;
    private final Ids ids;
    private final InstantSource clock;

    public TableKeyLedger(ServiceTables tables, Ids ids, InstantSource clock) {
        table = tables.of(AuthAdminService.DEFINITION);
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void ordered(String type, String keyId, String actor, Map<String, String> details) {
        table.commit(Change.none().create(row(type, keyId, Outcome.ORDERED, actor, details)));
    }

    @Override
    public void done(String type, String keyId, String actor, Map<String, String> details, Object fact) {
        table.commit(Change.none()
                .create(row(type, keyId, Outcome.DONE, actor, details))
                .raise(keyId, clock.millis(), fact));
    }

    private Row row(String type, String keyId, Outcome outcome, String actor, Map<String, String> details) {
        Instant now = clock.instant();
        String id = ids.next().toString();
        Map<String, String> more = new TreeMap<>(details);
        more.put("keyId", keyId);
        String correlationId = Flow.current().map(Flow::correlationId).orElse(id);
        return AuditRows.waiting(new AuditEntry(id, now, type, outcome, null, actor, null, more, correlationId), now);
    }
}
