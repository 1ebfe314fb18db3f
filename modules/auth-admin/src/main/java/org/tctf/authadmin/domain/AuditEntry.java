package org.tctf.authadmin.domain;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened, as the audit log keeps it: who did what to whom, by ids. No address but a masked one, no name, no
 * secret.
 *
 * @param id never given twice: the fact's id, or the act's with its state
 * @param at when it happened
 * @param type as the fact is called
 * @param memberId whom it concerns; absent when that is nobody
 * @param actor a member's or service account's id, {@code service:<name>}, or {@code anonymous}
 * @param reason that an administrator gave
 * @param details what else of the fact matters, by field
 * @param correlationId of the request that led to it
 */
public record AuditEntry(
        String id,
        Instant at,
        String type,
        Outcome outcome,
        @Nullable String memberId,
        String actor,
        @Nullable String reason,
        Map<String, String> details,
        String correlationId) {

    /** How it ended. */
    public enum Outcome {
        /** Somebody is about to do it. */
        ORDERED,
        DONE,
        REFUSED
    }

    public AuditEntry {
        details = Map.copyOf(details);
    }
}
