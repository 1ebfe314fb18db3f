package org.tctf.authadmin.adapter.store;

import static org.tctf.authadmin.AuthAdminService.AUDIT_BY_ACTOR;
import static org.tctf.authadmin.AuthAdminService.AUDIT_OF_DAY;
import static org.tctf.authadmin.AuthAdminService.AUDIT_OF_MEMBER;
import static org.tctf.authadmin.AuthAdminService.AUDIT_OF_TYPE;
import static org.tctf.authadmin.AuthAdminService.AUDIT_WAITING;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.tctf.authadmin.domain.Act;
import org.tctf.authadmin.domain.AuditEntry;
import org.tctf.authadmin.domain.AuditEntry.Outcome;
import org.tctf.authadmin.domain.LoggedEntry;
import org.tctf.kernel.Flow;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.Row;

/** Audit entries as rows. Each lies among those that wait, until it is sealed into the chain. */
final class AuditRows {
    private AuditRows() {}

    /** Part of the change that it tells of. */
    static Row waiting(AuditEntry entry, Instant now) {
        LoggedEntry logged = new LoggedEntry(now, entry, null);
        return indexed(Row.of(waitingKey(logged), logged), entry);
    }

    static Key waitingKey(LoggedEntry waiting) {
        return AUDIT_WAITING.key(
                SortableTime.of(waiting.recordedAt()), waiting.entry().id());
    }

    /** What an act's present state says. */
    static AuditEntry of(Act act, Instant now) {
        Outcome outcome = switch (act.state()) {
            case ORDERED -> Outcome.ORDERED;
            case DONE -> Outcome.DONE;
            case REFUSED -> Outcome.REFUSED;
        };
        Map<String, String> details =
                act.role() == null ? Map.of() : Map.of("role", act.role().name());
        return new AuditEntry(
                act.id() + ":" + act.version(),
                now,
                act.type(),
                outcome,
                act.isForEverybody() ? null : act.target(),
                act.actor(),
                act.refusal() == null ? act.reason().value() : act.refusal().name(),
                details,
                Flow.current().map(Flow::correlationId).orElse(act.id()));
    }

    static Row indexed(Row row, AuditEntry entry) {
        String time = SortableTime.of(entry.at());
        Row found = row.index(AUDIT_BY_ACTOR, entry.actor(), time, entry.id())
                .index(AUDIT_OF_TYPE, entry.type(), time, entry.id())
                .index(AUDIT_OF_DAY, entry.at().atOffset(ZoneOffset.UTC).toLocalDate(), time, entry.id());
        return entry.memberId() == null ? found : found.index(AUDIT_OF_MEMBER, entry.memberId(), time, entry.id());
    }
}
