package org.tctf.authuser.domain;

import java.time.Duration;

/**
 * A member wants to go:
 *
 * <pre>
 *   Scheduled ──30 days──▶ Due ──provider──▶ (erased, with all the rest)
 *       └──called off──▶ CalledOff ◀──last admin──┘
 * </pre>
 */
public sealed interface Deletion extends Kept permits ScheduledDeletion, DueDeletion, CalledOffDeletion {
    /** How long a member can think better of it. */
    Duration GRACE = Duration.ofDays(30);

    /** A link in a mail leads to this one deletion only. */
    String id();
}
