package org.tctf.usermanagement.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Decision;
import org.tctf.kernel.EmailAddress;

/**
 * A member.
 *
 * @param memberId the account's id
 * @param emailSince since when the account has its address; absent while it is the one of the sign-up
 * @param completedAt when the profile was complete for the first time, if it ever was
 */
@AggregateRoot
public record Member(
        @Identity String memberId,
        long version,
        EmailAddress email,
        @Nullable Instant emailSince,
        MembershipName membershipName,
        Plan plan,
        Tier tier,
        String language,
        Profile profile,
        Instant createdAt,
        @Nullable Instant completedAt)
        implements MemberRecord {

    /** The member that a confirmed sign-up becomes. */
    public static Decision<MemberRecord> create(SignUp signUp, Instant now) {
        Basic basic = signUp.profile().basic();
        return Decision.of(
                new Member(
                        signUp.memberId(),
                        1,
                        signUp.email(),
                        null,
                        signUp.membershipName(),
                        signUp.plan(),
                        signUp.tier(),
                        signUp.language(),
                        signUp.profile(),
                        now,
                        null),
                new UserCreated(
                        signUp.memberId(),
                        signUp.email(),
                        basic.firstName(),
                        basic.lastName(),
                        signUp.membershipName(),
                        signUp.plan(),
                        signUp.tier(),
                        signUp.profile().location().country(),
                        signUp.language()));
    }

    /** The name that members see: first and last name, or the membership name where those are more private. */
    public String displayName() {
        return profile.shows(ProfileField.FIRST_NAME, Visibility.MEMBERS)
                        && profile.shows(ProfileField.LAST_NAME, Visibility.MEMBERS)
                ? profile.basic().firstName() + " " + profile.basic().lastName()
                : membershipName.value();
    }

    /** The profile with some categories changed; a change to what it is already is none. */
    public Decision<MemberRecord> edit(ProfileChange change, Instant now) {
        Profile edited = change.appliedTo(profile);
        if (edited.equals(profile)) {
            return Decision.of(this);
        }
        boolean isFirstComplete = completedAt == null && edited.isComplete();
        Member next = with(edited, isFirstComplete ? now : completedAt);
        List<Object> facts = new ArrayList<>();
        facts.add(updated(next));
        if (isFirstComplete) {
            facts.add(new ProfileCompleted(memberId));
        }
        return new Decision<>(next, facts);
    }

    /**
     * With the address that the account has since then; nothing happens when a newer one is known. Nothing is told of it
     * either: whoever moved the account has.
     */
    public Decision<MemberRecord> reachedAt(EmailAddress address, Instant since) {
        boolean isOlder = emailSince != null && !since.isAfter(emailSince);
        return Decision.of(isOlder ? this : with(address, since, profile, completedAt));
    }

    /** Nothing but the spent id is left. */
    public Decision<MemberRecord> erase() {
        return Decision.of(new ErasedMember(memberId, version + 1), new UserErased(memberId));
    }

    private ProfileUpdated updated(Member next) {
        List<ProfileField> fields = profile.differencesTo(next.profile);
        Set<Category> categories = new LinkedHashSet<>();
        fields.forEach(field -> categories.add(field.category()));
        if (!next.profile.privacy().equals(profile.privacy())) {
            categories.add(Category.PRIVACY);
        }
        return new ProfileUpdated(
                memberId,
                next.displayName(),
                List.copyOf(categories),
                fields.stream().map(ProfileField::apiName).toList());
    }

    private Member with(Profile edited, @Nullable Instant completed) {
        return with(email, emailSince, edited, completed);
    }

    private Member with(EmailAddress address, @Nullable Instant since, Profile edited, @Nullable Instant completed) {
        return new Member(
                memberId,
                version + 1,
                address,
                since,
                membershipName,
                plan,
                tier,
                language,
                edited,
                createdAt,
                completed);
    }
}
