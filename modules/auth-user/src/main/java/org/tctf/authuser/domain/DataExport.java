package org.tctf.authuser.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * A copy of all that the platform keeps of a member:
 *
 * <pre>
 *   Collecting ──all services have answered, or half an hour is over──▶ Ready ──7 days──▶ gone
 * </pre>
 */
public sealed interface DataExport extends Kept permits CollectingExport, ReadyExport {
    /** How long services may take to answer. */
    Duration PATIENCE = Duration.ofMinutes(30);

    /** How long the copy can be fetched. */
    Duration KEPT = Duration.ofDays(7);

    /** How soon a member can have another. */
    Duration PAUSE = Duration.ofDays(1);

    String id();

    Instant requestedAt();
}
