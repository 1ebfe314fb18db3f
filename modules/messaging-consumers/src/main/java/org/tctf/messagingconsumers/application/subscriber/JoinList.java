package org.tctf.messagingconsumers.application.subscriber;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import org.tctf.identity.Principal;
import org.tctf.kernel.Decision;
import org.tctf.kernel.Problem;
import org.tctf.messagingconsumers.domain.subscriber.Subscriber;
import org.tctf.messagingconsumers.domain.subscriber.Suppression;

/**
 * A member, signed in, wants a list; again is harmless. No mail asks whether they mean it: their address was proven when
 * they signed up or changed it, and nobody else can be signed in as them.
 */
@Singleton
public class JoinList {
    private final SubscriberLists lists;
    private final OwnAddress ownAddress;
    private final Subscribers subscribers;
    private final Suppressions suppressions;
    private final InstantSource clock;

    public JoinList(
            SubscriberLists lists,
            OwnAddress ownAddress,
            Subscribers subscribers,
            Suppressions suppressions,
            InstantSource clock) {
        this.lists = lists;
        this.ownAddress = ownAddress;
        this.subscribers = subscribers;
        this.suppressions = suppressions;
        this.clock = clock;
    }

    /** @throws Problem {@code ADDRESS_UNKNOWN}, {@code LIST_NOT_FOUND}, {@code ADDRESS_SUPPRESSED} or {@code TOO_MANY_LISTS} */
    public void join(Principal caller, String listId) {
        Optional<Subscriber> own = ownAddress.of(caller.memberId());
        boolean isOpen =
                lists.find(listId).filter(list -> OwnAddress.mayBeOn(list, own)).isPresent();
        if (!isOpen) {
            throw Problem.notFound("LIST_NOT_FOUND", "There is no list %s to subscribe to.".formatted(listId));
        }
        String subscriberId = own.orElseThrow(JoinList::unknown).subscriberId();
        Optional<Suppression> suppression = suppressions.find(subscriberId);
        if (suppression.filter(Suppression::isTheOwnersToLift).isPresent()) {
            subscribers.decideAndLift(subscriberId, found -> joined(found, caller, listId));
            return;
        }
        suppression.map(Suppression::reason).ifPresent(JoinList::refuse);
        subscribers.decide(subscriberId, found -> joined(found, caller, listId));
    }

    /** Looked at again, since the address may have become another's meanwhile. */
    private Decision<Subscriber> joined(Optional<Subscriber> found, Principal caller, String listId) {
        return found.filter(one -> one.isOf(caller.memberId()))
                .orElseThrow(JoinList::unknown)
                .wanted(listId, clock.instant());
    }

    private static Problem unknown() {
        return Problem.conflict(
                "ADDRESS_UNKNOWN", "Your account's address has not arrived here yet; try again in a minute.");
    }

    private static void refuse(Suppression.Reason reason) {
        String why = switch (reason) {
            case HARD_BOUNCE ->
                "your mail provider says that there is no such mailbox. Change your address, or ask staff";
            case COMPLAINT -> "a mail of ours was reported from it as unwanted. Ask staff if you want our mails again";
            case STAFF, ERASED -> "staff has taken it off. Ask staff if you want our mails again";
        };
        throw Problem.conflict("ADDRESS_SUPPRESSED", "Your address is not written to: %s.".formatted(why));
    }
}
