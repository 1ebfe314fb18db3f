package org.tctf.authuser.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Decision;
import org.tctf.kernel.crypto.Encrypted;

/**
 * Decided; the account still has to be moved. Whatever happens now, it is tried until it is known.
 *
 * @param isUndo whether the account goes back to the address that it had
 * @param keptSession the session that goes on, of whoever asked for the change; an undo ends all
 */
public record MovingEmail(
        String userId,
        String id,
        Addresses addresses,
        boolean isUndo,
        @Nullable String keptSession,
        long version) implements EmailChange {

    /**
     * The account has the address.
     *
     * @param undoLink to be mailed to the address that was left
     */
    public Decision<EmailChange> moved(Encrypted undoLink, Instant now) {
        return isUndo
                ? Decision.of(
                        new EndedEmailChange(userId, id, now, version + 1),
                        new EmailChanged(userId, addresses.to(), addresses.from(), null, null))
                : Decision.of(
                        new ChangedEmail(userId, id, addresses, now, version + 1),
                        new EmailChanged(userId, addresses.to(), addresses.from(), undoLink, now.plus(UNDO)));
    }

    /** Somebody else has the address meanwhile, or the account is gone. */
    public Decision<EmailChange> refused(Instant now) {
        return Decision.of(new EndedEmailChange(userId, id, now, version + 1));
    }
}
