package org.tctf.authadmin.adapter.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tctf.authadmin.domain.FoundUser;
import org.tctf.authadmin.domain.FoundUser.Status;
import org.tctf.authadmin.domain.GrantableRole;
import org.tctf.authadmin.domain.Plan;
import org.tctf.authadmin.domain.Tier;

/**
 * @param tier absent where none was chosen at sign-up
 * @param roles without MEMBER, which everybody is
 */
record UserView(
        String userId,
        String email,
        String displayName,
        String membershipName,
        Plan plan,
        @Nullable Tier tier,
        String country,
        @Nullable String city,
        Status status,
        List<GrantableRole> roles,
        Instant joinedAt) {

    static UserView of(FoundUser user) {
        return new UserView(
                user.userId(),
                user.email().value(),
                user.displayName(),
                user.membershipName(),
                user.plan(),
                user.tier(),
                user.country(),
                user.city(),
                user.status(),
                user.roles().stream().sorted().toList(),
                user.joinedAt());
    }
}
