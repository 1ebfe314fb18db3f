package org.tctf.messagingconsumers.application.subscriber;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import org.tctf.kernel.Decision;
import org.tctf.kernel.EmailAddress;
import org.tctf.messagingconsumers.domain.subscriber.Member;
import org.tctf.messagingconsumers.domain.subscriber.Profile;
import org.tctf.messagingconsumers.domain.subscriber.Subscriber;

/** A member has confirmed an address: segments know them by plan, tier and place. It puts them on no list. */
@Singleton
public class LearnMember {
    private final Members members;
    private final Subscribers subscribers;
    private final AddressIds addressIds;
    private final InstantSource clock;

    public LearnMember(Members members, Subscribers subscribers, AddressIds addressIds, InstantSource clock) {
        this.members = members;
        this.subscribers = subscribers;
        this.addressIds = addressIds;
        this.clock = clock;
    }

    /** @param email at the sign-up; one that they have changed to since stays */
    public void learn(String memberId, EmailAddress email, Profile known) {
        switch (members.find(memberId)) {
            case Members.Known.Forgotten gone -> {}
            case Members.Known.Nobody nobody -> keep(Member.unknown(memberId), email, known);
            case Members.Known.Here(Member member) -> keep(member, email, known);
        }
    }

    private void keep(Member member, EmailAddress email, Profile known) {
        String id = member.subscriberId() == null ? addressIds.of(email) : member.subscriberId();
        Optional<Subscriber> before = subscribers.find(id);
        Subscriber subscriber = before.orElseGet(() -> Subscriber.unknown(id, email, clock.instant()))
                .ofMember(member.memberId(), known);
        Subscriber speaking = member.language() == null ? subscriber : subscriber.speaking(member.language());
        members.keep(member.at(id, 0), new Members.Renewal(before, Decision.of(speaking)), null);
    }
}
