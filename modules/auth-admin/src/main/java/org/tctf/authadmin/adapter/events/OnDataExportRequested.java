package org.tctf.authadmin.adapter.events;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tctf.authadmin.AuthAdminService;
import org.tctf.authadmin.application.AuditLog;
import org.tctf.authadmin.application.Users;
import org.tctf.authadmin.domain.AuditEntry;
import org.tctf.authadmin.domain.AuditFilter;
import org.tctf.authadmin.domain.LoggedEntry;
import org.tctf.kernel.Codec;
import org.tctf.kernel.crypto.Encryption;
import org.tctf.kernel.export.PersonalDataExport;
import org.tctf.kernel.table.Page;
import org.tctf.kernel.table.ServiceTables;

/**
 * A member gets their entry in the search, and what the audit log says of them and of what they did. Who else was
 * concerned, and which administrator acted, are others' data.
 */
@Singleton
public class OnDataExportRequested extends PersonalDataExport {
    /** The newest of each: more than anybody can read, and less than an answer takes. */
    private static final int MOST = 10_000;

    private static final int PAGE = 100;

    /** What happened to a member. */
    record About(
            Instant at,
            String type,
            AuditEntry.Outcome outcome,
            @Nullable String reason,
            Map<String, String> details) {

        static About of(AuditEntry entry) {
            return new About(entry.at(), entry.type(), entry.outcome(), entry.reason(), entry.details());
        }
    }

    /** What a member did, to themselves or to others. */
    record By(Instant at, String type, AuditEntry.Outcome outcome) {

        static By of(AuditEntry entry) {
            return new By(entry.at(), entry.type(), entry.outcome());
        }
    }

    private final Users users;
    private final AuditLog log;
    private final InstantSource clock;

    public OnDataExportRequested(
            Users users, AuditLog log, InstantSource clock, ServiceTables tables, Codec codec, Encryption encryption) {
        super(AuthAdminService.DEFINITION, tables, codec, encryption);
        this.users = users;
        this.log = log;
        this.clock = clock;
    }

    @Override
    protected Map<String, ?> keptOf(String memberId) {
        Map<String, Object> kept = new LinkedHashMap<>();
        users.find(memberId).ifPresent(user -> kept.put("user", user));
        Instant now = clock.instant();
        kept.put(
                "audit-about",
                newest(AuditFilter.of(memberId, null, null, null, null, now)).stream()
                        .map(About::of)
                        .toList());
        kept.put(
                "audit-by",
                newest(AuditFilter.of(null, memberId, null, null, null, now)).stream()
                        .map(By::of)
                        .toList());
        return kept;
    }

    private List<AuditEntry> newest(AuditFilter filter) {
        return Page.read(MOST, cursor -> log.list(filter, PAGE, cursor).map(LoggedEntry::entry));
    }
}
