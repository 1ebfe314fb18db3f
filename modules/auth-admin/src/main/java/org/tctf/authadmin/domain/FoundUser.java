package org.tctf.authadmin.domain;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.EmailAddress;

/**
 * What the search finds of an account.
 *
 * @param displayName as members see it
 * @param tier absent where none was chosen at sign-up
 * @param city as said at sign-up, as the country
 * @param roles without MEMBER
 * @param profileVersion the member's version that the name is of
 */
public record FoundUser(
        String userId,
        EmailAddress email,
        String displayName,
        String membershipName,
        Plan plan,
        @Nullable Tier tier,
        String country,
        @Nullable String city,
        boolean enabled,
        boolean active,
        Set<GrantableRole> roles,
        Instant joinedAt,
        long profileVersion,
        long version) {

    public FoundUser {
        roles = Set.copyOf(roles);
    }

    /** What the account may do. */
    public enum Status {
        ACTIVE,
        INACTIVE,
        DISABLED
    }

    public Status status() {
        if (!enabled) {
            return Status.DISABLED;
        }
        return active ? Status.ACTIVE : Status.INACTIVE;
    }

    /** Whether it is one of the few that administrators look for by role or status. */
    public boolean isNotable() {
        return !roles.isEmpty() || status() != Status.ACTIVE;
    }

    /** After an act that was carried out. */
    public FoundUser after(Act act) {
        return switch (act.measure()) {
            case END_SESSIONS, END_EVERYBODYS_SESSIONS ->
                with(email, displayName, enabled, active, roles, profileVersion);
            case ENABLE -> with(email, displayName, true, active, roles, profileVersion);
            case DISABLE -> with(email, displayName, false, active, roles, profileVersion);
            case ACTIVATE -> with(email, displayName, enabled, true, roles, profileVersion);
            case DEACTIVATE -> with(email, displayName, enabled, false, roles, profileVersion);
            case GRANT_ROLE, APPOINT_FIRST_ADMIN -> {
                Set<GrantableRole> more = new TreeSet<>(roles);
                more.add(act.theRole());
                yield with(email, displayName, enabled, active, more, profileVersion);
            }
            case REVOKE_ROLE -> {
                Set<GrantableRole> fewer = new TreeSet<>(roles);
                fewer.remove(act.theRole());
                yield with(email, displayName, enabled, active, fewer, profileVersion);
            }
        };
    }

    /** With the name of this version of the profile, unless a newer one is known. */
    public FoundUser named(String name, long ofVersion) {
        return ofVersion > profileVersion ? with(email, name, enabled, active, roles, ofVersion) : this;
    }

    /** As the identity provider knows it now. */
    public FoundUser as(EmailAddress address, boolean isEnabled, boolean isActive, Set<GrantableRole> others) {
        return with(address, displayName, isEnabled, isActive, others, profileVersion);
    }

    private FoundUser with(
            EmailAddress address,
            String name,
            boolean isEnabled,
            boolean isActive,
            Set<GrantableRole> others,
            long ofVersion) {
        return new FoundUser(
                userId,
                address,
                name,
                membershipName,
                plan,
                tier,
                country,
                city,
                isEnabled,
                isActive,
                others,
                joinedAt,
                ofVersion,
                version + 1);
    }
}
