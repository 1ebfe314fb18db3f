package org.tctf.usermanagement.application;

import java.util.Optional;
import org.tctf.kernel.Problem;
import org.tctf.usermanagement.domain.Member;
import org.tctf.usermanagement.domain.MemberRecord;

/** Tells a member who is there from one who never was or is no more. */
final class Existing {

    private Existing() {}

    /** @throws Problem {@code MEMBER_NOT_FOUND} */
    static Member member(String asked, Optional<MemberRecord> found) {
        if (found.orElse(null) instanceof Member member) {
            return member;
        }
        throw Problem.notFound(
                "MEMBER_NOT_FOUND",
                "There is no member %s; one who has just signed up is here in a moment.".formatted(asked));
    }
}
