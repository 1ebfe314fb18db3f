package org.tctf.authuser.domain;

import org.jspecify.annotations.Nullable;

/**
 * What other services have said of a member.
 *
 * @param displayName the name that all members see
 * @param nameVersion of the member's record when it had this name
 * @param language ISO 639-1, of the sign-up
 */
public record Member(
        String userId,
        @Nullable String displayName,
        long nameVersion,
        @Nullable String membershipName,
        @Nullable String plan,
        @Nullable String tier,
        @Nullable String country,
        @Nullable String language,
        long version)
        implements Holder {

    /** One of whom nothing is known yet. */
    public static Member unknown(String userId) {
        return new Member(userId, null, 0, null, null, null, null, null, 0);
    }

    /** The member was created; a name that is known already is newer. */
    public Member created(
            String firstAndLastName,
            String newMembershipName,
            String newPlan,
            String newTier,
            String newCountry,
            String newLanguage) {
        return new Member(
                userId,
                displayName == null ? firstAndLastName : displayName,
                nameVersion,
                newMembershipName,
                newPlan,
                newTier,
                newCountry,
                newLanguage,
                version + 1);
    }

    /** The member is called otherwise; nothing changes when a newer name is known. */
    public Member called(String name, long atVersion) {
        return atVersion <= nameVersion
                ? this
                : new Member(userId, name, atVersion, membershipName, plan, tier, country, language, version + 1);
    }

    public ErasedMember erased() {
        return new ErasedMember(userId, version + 1);
    }
}
