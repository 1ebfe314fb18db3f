package org.tctf.authadmin.application;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tctf.authadmin.domain.FoundUser;
import org.tctf.authadmin.domain.GrantableRole;
import org.tctf.authadmin.domain.Plan;
import org.tctf.authadmin.domain.Tier;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Role;
import org.tctf.identity.Standing;

/**
 * Keeps the search up to date with what others say. What the identity provider owns (address, roles, whether the account
 * may be used) is read there, so that it does not matter in which order facts arrive.
 */
@Singleton
public class KeepUser {

    /** What a sign-up says that the provider does not keep. */
    public record SignedUp(
            String userId,
            String displayName,
            String membershipName,
            Plan plan,
            @Nullable Tier tier,
            String country,
            @Nullable String city,
            Instant at) {}

    private final IdentityProvider identity;
    private final Users users;

    public KeepUser(IdentityProvider identity, Users users) {
        this.identity = identity;
        this.users = users;
    }

    /** Nothing happens when the account is gone by now. */
    public void add(SignedUp signedUp) {
        standing(signedUp.userId())
                .ifPresent(now -> users.add(new FoundUser(
                        signedUp.userId(),
                        now.account().email(),
                        signedUp.displayName(),
                        signedUp.membershipName(),
                        signedUp.plan(),
                        signedUp.tier(),
                        signedUp.country(),
                        signedUp.city(),
                        now.enabled(),
                        now.active(),
                        roles(now),
                        signedUp.at(),
                        0,
                        1)));
    }

    private Optional<Standing> standing(String userId) {
        return identity.accounts().find(userId);
    }

    private static Set<GrantableRole> roles(Standing standing) {
        Set<GrantableRole> roles = EnumSet.noneOf(GrantableRole.class);
        for (Role role : standing.account().roles()) {
            if (role != Role.MEMBER) {
                roles.add(GrantableRole.valueOf(role.name()));
            }
        }
        return roles;
    }

    static FoundUser refreshed(FoundUser user, Standing now) {
        return user.as(now.account().email(), now.enabled(), now.active(), roles(now));
    }
}
