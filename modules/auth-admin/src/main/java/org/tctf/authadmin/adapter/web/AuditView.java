package org.tctf.authadmin.adapter.web;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tctf.authadmin.domain.AuditEntry;
import org.tctf.authadmin.domain.LoggedEntry;

/**
 * @param seq its number in the chain; absent for the minute until it is linked
 * @param memberId whom it concerns
 * @param actor a member's or service account's id, {@code service:<name>}, or {@code anonymous}
 * @param reason that an administrator gave, or why it was refused
 */
record AuditView(
        @Nullable Long seq,
        @Nullable String hash,
        String id,
        Instant at,
        Instant recordedAt,
        String type,
        AuditEntry.Outcome outcome,
        @Nullable String memberId,
        String actor,
        @Nullable String reason,
        Map<String, String> details,
        String correlationId) {

    static AuditView of(LoggedEntry logged) {
        AuditEntry entry = logged.entry();
        LoggedEntry.Link link = logged.link();
        return new AuditView(
                link == null ? null : link.seq(),
                link == null ? null : link.hash(),
                entry.id(),
                entry.at(),
                logged.recordedAt(),
                entry.type(),
                entry.outcome(),
                entry.memberId(),
                entry.actor(),
                entry.reason(),
                entry.details(),
                entry.correlationId());
    }
}
