package org.tctf.authadmin.application;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.tctf.authadmin.domain.AuditFilter;
import org.tctf.authadmin.domain.LoggedEntry;
import org.tctf.kernel.table.Page;

/** Looks through the audit log. */
@Singleton
public class ListAudit {
    private final AuditLog log;

    public ListAudit(AuditLog log) {
        this.log = log;
    }

    /** Newest first. */
    public Page<LoggedEntry> list(AuditFilter filter, int limit, @Nullable String cursor) {
        return log.list(filter, limit, cursor);
    }
}
