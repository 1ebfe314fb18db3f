package org.tctf.messagingconsumers.domain.subscriber;

import java.time.Instant;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import org.tctf.kernel.Decision;

/**
 * An address that is not written to, whatever list it is on. It has the address's keyed hash and not the address, so that it
 * can outlive the person's erasure.
 */
@AggregateRoot
public record Suppression(@Identity String subscriberId, Reason reason, Instant since, long version) {

    /** Why; the later in this order weighs more, and stays. */
    public enum Reason {
        /** The person was erased; asking for a list again, and confirming it, lifts this. */
        ERASED,
        /** Staff said so. */
        STAFF,
        /** The mail system says that there is no such mailbox. */
        HARD_BOUNCE,
        /** The reader called a mail of ours spam. */
        COMPLAINT
    }

    public static Decision<Suppression> of(String subscriberId, Reason reason, Instant now) {
        return Decision.of(
                new Suppression(subscriberId, reason, now, 1), new RecipientSuppressed(subscriberId, reason));
    }

    /** For another reason as well; says nothing new when that weighs no more. */
    public Decision<Suppression> also(Reason another, Instant now) {
        return another.compareTo(reason) <= 0
                ? Decision.of(this)
                : Decision.of(
                        new Suppression(subscriberId, another, now, version + 1),
                        new RecipientSuppressed(subscriberId, another));
    }

    /** Whether the owner of the address can lift it by asking for mail and confirming. */
    public boolean isTheOwnersToLift() {
        return reason == Reason.ERASED;
    }
}
