package org.tctf.authuser.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.tctf.kernel.EmailAddress;

/**
 * A change of address:
 *
 * <pre>
 *   Pending ──both codes──▶ Moving ──provider──▶ Changed ──undo within a week──▶ Moving ──▶ Ended
 *      └──called off──▶ Ended ◀──address taken──┘
 * </pre>
 *
 * <p>Moving is there for a crash: the account lies in another store than this one, so what was decided is written first,
 * done second, and announced third.
 */
public sealed interface EmailChange extends Kept
        permits PendingEmailChange, MovingEmail, ChangedEmail, EndedEmailChange {
    /** How long the owner of the address that was left can take the account back. */
    Duration UNDO = Duration.ofDays(7);

    /** A link in a mail leads to this one change only. */
    String id();

    /** How long a change that is over is remembered: longer than its links are good. */
    static Optional<Instant> forgottenAfter(Instant end) {
        return Optional.of(end.plus(Duration.ofDays(1)));
    }

    /** The two addresses. */
    record Addresses(EmailAddress from, EmailAddress to) {

        Addresses back() {
            return new Addresses(to, from);
        }
    }
}
