package org.tctf.usermanagement.application;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.tctf.identity.Principal;
import org.tctf.identity.Role;
import org.tctf.usermanagement.domain.SeenMember;
import org.tctf.usermanagement.domain.Visibility;

/** Shows a member to somebody: the owner and the staff see everything, members and strangers what is meant for them. */
@Singleton
public class ShowProfile {
    private final Members members;

    public ShowProfile(Members members) {
        this.members = members;
    }

    /**
     * @param viewer absent for somebody who is not signed in
     * @throws org.tctf.kernel.Problem {@code MEMBER_NOT_FOUND}
     */
    public SeenMember show(String memberId, @Nullable Principal viewer) {
        return new SeenMember(Existing.member(memberId, members.find(memberId)), clearance(memberId, viewer));
    }

    private static Visibility clearance(String memberId, @Nullable Principal viewer) {
        if (viewer == null) {
            return Visibility.PUBLIC;
        }
        boolean seesAll = viewer.memberId().equals(memberId) || viewer.is(Role.STAFF);
        return seesAll ? Visibility.PRIVATE : Visibility.MEMBERS;
    }
}
