package org.tctf.usermanagement.application;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.tctf.identity.Principal;
import org.tctf.kernel.Problem;
import org.tctf.usermanagement.domain.MembershipName;
import org.tctf.usermanagement.domain.SeenMember;

/** Finds a member by the name they chose, in any spelling. */
@Singleton
public class LookUpMember {
    private final Directory directory;
    private final ShowProfile showProfile;

    public LookUpMember(Directory directory, ShowProfile showProfile) {
        this.directory = directory;
        this.showProfile = showProfile;
    }

    /**
     * @param viewer absent for somebody who is not signed in
     * @throws Problem {@code MEMBER_NOT_FOUND}
     */
    public SeenMember lookUp(MembershipName name, @Nullable Principal viewer) {
        String memberId = directory
                .idOf(name)
                .orElseThrow(() -> Problem.notFound(
                        "MEMBER_NOT_FOUND", "Nobody here is called %s; check the spelling.".formatted(name)));
        return showProfile.show(memberId, viewer);
    }
}
