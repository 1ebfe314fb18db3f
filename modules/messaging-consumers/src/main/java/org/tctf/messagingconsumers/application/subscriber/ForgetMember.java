package org.tctf.messagingconsumers.application.subscriber;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.tctf.messagingconsumers.domain.subscriber.Member;

/** A member is gone: of their address only a keyed hash stays, so that no import brings it back. */
@Singleton
public class ForgetMember {
    private final Members members;

    public ForgetMember(Members members) {
        this.members = members;
    }

    public void forget(String memberId) {
        switch (members.find(memberId)) {
            case Members.Known.Forgotten gone -> {}
            case Members.Known.Nobody nobody -> members.forget(memberId, Optional.empty());
            case Members.Known.Here(Member member) ->
                members.forget(memberId, Optional.ofNullable(member.subscriberId()));
        }
    }
}
