package org.tctf.usermanagement.application;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.tctf.kernel.Decision;
import org.tctf.usermanagement.domain.Member;
import org.tctf.usermanagement.domain.MemberRecord;
import org.tctf.usermanagement.domain.SignUp;

/** Makes a confirmed sign-up a member, once: for an id that is known, or spent, it does nothing. */
@Singleton
public class CreateMember {
    private final Members members;
    private final InstantSource clock;

    public CreateMember(Members members, InstantSource clock) {
        this.members = members;
        this.clock = clock;
    }

    public void create(SignUp signUp) {
        members.decide(
                signUp.memberId(),
                known -> known.map(Decision::<MemberRecord>of).orElseGet(() -> Member.create(signUp, clock.instant())));
    }
}
