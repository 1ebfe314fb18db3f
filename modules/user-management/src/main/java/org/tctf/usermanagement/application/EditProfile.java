package org.tctf.usermanagement.application;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.tctf.identity.Principal;
import org.tctf.kernel.Problem;
import org.tctf.kernel.web.ETag;
import org.tctf.usermanagement.domain.Member;
import org.tctf.usermanagement.domain.ProfileChange;
import org.tctf.usermanagement.domain.SeenMember;
import org.tctf.usermanagement.domain.Visibility;

/** Changes a profile; only its owner may. */
@Singleton
public class EditProfile {
    private final Members members;
    private final InstantSource clock;

    public EditProfile(Members members, InstantSource clock) {
        this.members = members;
        this.clock = clock;
    }

    /**
     * @param ifMatch the entity tag of the version that the editor has seen; absent = any
     * @return the profile as its owner sees it
     * @throws Problem {@code NOT_YOUR_PROFILE}, {@code MEMBER_NOT_FOUND}, {@code VERSION_MISMATCH}
     */
    public SeenMember edit(Principal editor, String memberId, @Nullable String ifMatch, ProfileChange change) {
        if (!editor.memberId().equals(memberId)) {
            throw Problem.forbidden(
                    "NOT_YOUR_PROFILE",
                    "A profile is edited by its owner only; yours is %s.".formatted(editor.memberId()));
        }
        var edited = members.decide(memberId, found -> {
            Member member = Existing.member(memberId, found);
            ETag.check(ifMatch, member.version());
            return member.edit(change, clock.instant());
        });
        return new SeenMember((Member) edited, Visibility.PRIVATE);
    }
}
