package org.tctf.authadmin.adapter.store;

import static org.tctf.authadmin.AuthAdminService.AUDIT_BY_ACTOR;
import static org.tctf.authadmin.AuthAdminService.AUDIT_OF_DAY;
import static org.tctf.authadmin.AuthAdminService.AUDIT_OF_MEMBER;
import static org.tctf.authadmin.AuthAdminService.AUDIT_OF_TYPE;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tctf.authadmin.AuthAdminService;
import org.tctf.authadmin.application.AuditLog;
import org.tctf.authadmin.domain.AuditEntry;
import org.tctf.authadmin.domain.AuditFilter;
import org.tctf.authadmin.domain.LoggedEntry;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Page;
import org.tctf.kernel.table.Query;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;

/** Entries by whom they concern, who acted, or what happened; the rest is filtered on the page that was read. */
@Singleton
public class TableAuditLog implements AuditLog {
    private final ServiceTable table;
    private final InstantSource clock;

    public TableAuditLog(ServiceTables tables, InstantSource clock) {
        table = tables.of(AuthAdminService.DEFINITION);
        this.clock = clock;
    }

    @Override
    public void add(AuditEntry entry) {
        table.commit(Change.none().create(AuditRows.waiting(entry, clock.instant())));
    }

    @Override
    public Page<LoggedEntry> list(AuditFilter filter, int limit, @Nullable String cursor) {
        Query query = query(filter)
                // The tilde comes after every character of a time: all entries of the last moment are in.
                .between(SortableTime.of(filter.from()), SortableTime.of(filter.to()) + "~")
                .descending()
                .limit(limit);
        String binding = CursorBinding.of(filter);
        Page<LoggedEntry> page = table.page(query, CursorBinding.position(binding, cursor), LoggedEntry.class);
        List<LoggedEntry> found = page.items().stream()
                .filter(logged -> filter.fits(logged.entry()))
                .toList();
        return new Page<>(found, page.nextCursor() == null ? null : binding + page.nextCursor());
    }

    private static Query query(AuditFilter filter) {
        if (filter.memberId() != null) {
            return AUDIT_OF_MEMBER.query(filter.memberId());
        }
        if (filter.actor() != null) {
            return AUDIT_BY_ACTOR.query(filter.actor());
        }
        return filter.type() == null
                ? AUDIT_OF_DAY.query(filter.from().atOffset(ZoneOffset.UTC).toLocalDate())
                : AUDIT_OF_TYPE.query(filter.type());
    }
}
