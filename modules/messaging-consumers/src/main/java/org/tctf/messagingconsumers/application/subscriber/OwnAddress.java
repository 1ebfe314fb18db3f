package org.tctf.messagingconsumers.application.subscriber;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.tctf.messagingconsumers.domain.subscriber.Subscriber;
import org.tctf.messagingconsumers.domain.subscriber.SubscriberList;

/**
 * What is known of the address that is a member's now. An address may have been another's before, and facts overtake each
 * other: what is not linked to this member is not theirs to see.
 */
@Singleton
public class OwnAddress {
    private final Members members;
    private final Subscribers subscribers;

    public OwnAddress(Members members, Subscribers subscribers) {
        this.members = members;
        this.subscribers = subscribers;
    }

    /** Public lists, and others that staff has put the address on. */
    static boolean mayBeOn(SubscriberList list, Optional<Subscriber> own) {
        return list.isPublic() || own.filter(one -> one.isOn(list.listId())).isPresent();
    }

    /** Nothing until the fact of their sign-up has come here, and nothing after their erasure. */
    public Optional<Subscriber> of(String memberId) {
        return switch (members.find(memberId)) {
            case Members.Known.Here(var member) ->
                Optional.ofNullable(member.subscriberId())
                        .flatMap(subscribers::find)
                        .filter(subscriber -> subscriber.isOf(memberId));
            case Members.Known.Nobody nobody -> Optional.empty();
            case Members.Known.Forgotten gone -> Optional.empty();
        };
    }
}
