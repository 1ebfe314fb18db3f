package org.tctf.usermanagement.application;

import jakarta.inject.Singleton;
import org.tctf.kernel.Decision;
import org.tctf.usermanagement.domain.ErasedMember;
import org.tctf.usermanagement.domain.Member;

/**
 * Erases a member for good and frees their name. An account that is deleted before its member was created spends the id
 * all the same, so that nothing can come of it later.
 */
@Singleton
public class EraseMember {
    private final Members members;

    public EraseMember(Members members) {
        this.members = members;
    }

    public void erase(String memberId) {
        members.decide(memberId, found -> switch (found.orElse(null)) {
            case null -> Decision.of(new ErasedMember(memberId, 1));
            case Member member -> member.erase();
            case ErasedMember erased -> Decision.of(erased);
        });
    }
}
