package org.tctf.usermanagement.application;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.tctf.kernel.Decision;
import org.tctf.kernel.EmailAddress;
import org.tctf.usermanagement.domain.ErasedMember;
import org.tctf.usermanagement.domain.Member;

/** Keeps the address that a member's account has. */
@Singleton
public class MoveMember {
    private final Members members;

    public MoveMember(Members members) {
        this.members = members;
    }

    /**
     * @param since when the account was moved: facts may come in any order
     * @throws IllegalStateException when the member is not here yet; the fact comes again
     */
    public void move(String memberId, EmailAddress email, Instant since) {
        members.decide(memberId, found -> switch (found.orElse(null)) {
            case null -> throw new IllegalStateException("member %s is not here yet to be moved".formatted(memberId));
            case Member member -> member.reachedAt(email, since);
            case ErasedMember erased -> Decision.of(erased);
        });
    }
}
