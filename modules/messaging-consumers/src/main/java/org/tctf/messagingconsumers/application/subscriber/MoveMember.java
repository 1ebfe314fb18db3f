package org.tctf.messagingconsumers.application.subscriber;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import org.tctf.kernel.Decision;
import org.tctf.kernel.EmailAddress;
import org.tctf.messagingconsumers.domain.subscriber.Member;
import org.tctf.messagingconsumers.domain.subscriber.Subscriber;

/** A member has another address, and has proved it: their subscriptions come along. */
@Singleton
public class MoveMember {
    private final Members members;
    private final Subscribers subscribers;
    private final AddressIds addressIds;
    private final InstantSource clock;

    public MoveMember(Members members, Subscribers subscribers, AddressIds addressIds, InstantSource clock) {
        this.members = members;
        this.subscribers = subscribers;
        this.addressIds = addressIds;
        this.clock = clock;
    }

    /** @param accountVersion facts overtake each other; the newest address counts */
    public void move(String memberId, EmailAddress email, long accountVersion) {
        switch (members.find(memberId)) {
            case Members.Known.Forgotten gone -> {}
            case Members.Known.Nobody nobody -> move(Member.unknown(memberId), email, accountVersion);
            case Members.Known.Here(Member member) when member.emailVersion() >= accountVersion -> {}
            case Members.Known.Here(Member member) -> move(member, email, accountVersion);
        }
    }

    private void move(Member member, EmailAddress email, long accountVersion) {
        String id = addressIds.of(email);
        Optional<Subscriber> there = subscribers.find(id);
        Subscriber target = there.orElseGet(() -> Subscriber.unknown(id, email, clock.instant()));
        Subscriber former =
                member.subscriberId() == null || member.subscriberId().equals(id)
                        ? null
                        : subscribers.find(member.subscriberId()).orElse(null);
        Subscriber moved =
                former == null ? target.ofMember(member.memberId(), target.profile()) : former.movedTo(target);
        members.keep(member.at(id, accountVersion), new Members.Renewal(there, Decision.of(moved)), former);
    }
}
