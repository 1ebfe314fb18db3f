package org.tctf.authadmin.application;

import org.jspecify.annotations.Nullable;
import org.tctf.authadmin.domain.AuditEntry;
import org.tctf.authadmin.domain.AuditFilter;
import org.tctf.authadmin.domain.LoggedEntry;
import org.tctf.kernel.table.Page;

/** Port: the audit log, as it is written and looked through. */
public interface AuditLog {

    /** Keeps an entry; it waits to be linked into the chain. */
    void add(AuditEntry entry);

    /**
     * Those that fit, newest first, also those that wait. A page may have fewer than its limit, and yet another one after
     * it.
     *
     * @throws org.tctf.kernel.Problem {@code INVALID_CURSOR}
     */
    Page<LoggedEntry> list(AuditFilter filter, int limit, @Nullable String cursor);
}
