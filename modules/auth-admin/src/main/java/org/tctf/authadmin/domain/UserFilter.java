package org.tctf.authadmin.domain;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tctf.authadmin.domain.FoundUser.Status;
import org.tctf.kernel.EmailAddress;

/**
 * Which users are looked for; what is absent does not matter.
 *
 * @param membershipName in any case
 * @param city in any case
 */
public record UserFilter(
        @Nullable EmailAddress email,
        @Nullable String membershipName,
        @Nullable WantedRole role,
        @Nullable Status status,
        @Nullable Plan plan,
        @Nullable Tier tier,
        @Nullable String city,
        @Nullable String country) {

    public boolean fits(FoundUser user) {
        return is(email, user.email())
                && isInAnyCase(membershipName, user.membershipName())
                && hasRole(user.roles())
                && is(status, user.status())
                && is(plan, user.plan())
                && is(tier, user.tier() == null ? Tier.BASIC : user.tier())
                && isInAnyCase(city, user.city())
                && is(country, user.country());
    }

    /** Whether only few can fit, which have an index of their own. */
    public boolean isOfNotable() {
        return (role != null && role != WantedRole.MEMBER) || (status != null && status != Status.ACTIVE);
    }

    private boolean hasRole(Set<GrantableRole> roles) {
        if (role == null) {
            return true;
        }
        return role == WantedRole.MEMBER ? roles.isEmpty() : roles.contains(GrantableRole.valueOf(role.name()));
    }

    private static boolean is(@Nullable Object wanted, Object there) {
        return wanted == null || wanted.equals(there);
    }

    private static boolean isInAnyCase(@Nullable String wanted, @Nullable String there) {
        return wanted == null
                || wanted.toLowerCase(Locale.ROOT)
                        .equals(Objects.requireNonNullElse(there, "").toLowerCase(Locale.ROOT));
    }
}
