package org.tctf.authuser.application;

import jakarta.inject.Singleton;
import java.util.function.UnaryOperator;
import org.tctf.authuser.domain.ErasedMember;
import org.tctf.authuser.domain.Member;

/** Keeps what other services say of a member. */
@Singleton
public class LearnMember {
    private final Members members;

    public LearnMember(Members members) {
        this.members = members;
    }

    /** Does nothing for a member who is gone, or when the change is none. */
    public void learn(String userId, UnaryOperator<Member> change) {
        switch (members.find(userId).orElseGet(() -> Member.unknown(userId))) {
            case ErasedMember _ -> {}
            case Member member -> {
                Member changed = change.apply(member);
                if (!changed.equals(member)) {
                    members.keep(changed);
                }
            }
        }
    }
}
