package org.tctf.messagingconsumers.application.subscriber;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.tctf.messagingconsumers.domain.subscriber.Subscriber;

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
