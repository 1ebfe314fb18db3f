package org.tctf.usermanagement.adapter.events;

import jakarta.inject.Singleton;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;
import org.tctf.usermanagement.application.CreateMember;
import org.tctf.usermanagement.domain.Basic;
import org.tctf.usermanagement.domain.CountryCode;
import org.tctf.usermanagement.domain.Location;
import org.tctf.usermanagement.domain.MembershipName;
import org.tctf.usermanagement.domain.Plan;
import org.tctf.usermanagement.domain.Professional;
import org.tctf.usermanagement.domain.Profile;
import org.tctf.usermanagement.domain.SignUp;
import org.tctf.usermanagement.domain.Tier;

/** A confirmed sign-up becomes a member. */
@Singleton
public class OnSignUpConfirmed implements EventConsumer<OnSignUpConfirmed.SignUpConfirmed> {
    private static final String ENGLISH = "en";

    /** What this service reads of the fact. */
    public record SignUpConfirmed(
            String userId,
            EmailAddress email,
            String firstName,
            String lastName,
            MembershipName membershipName,
            Plan membershipPlan,
            @Nullable Tier membershipTier,
            CountryCode country,
            @Nullable String jobTitle,
            @Nullable String companyName,
            @Nullable String city,
            @Nullable String state,
            @Nullable String language) {

        SignUp signUp() {
            return new SignUp(
                    userId,
                    email,
                    membershipName,
                    membershipPlan,
                    Objects.requireNonNullElse(membershipTier, Tier.BASIC),
                    Objects.requireNonNullElse(language, ENGLISH),
                    Profile.initial(
                            new Basic(firstName, lastName, null),
                            new Professional(jobTitle, companyName, null),
                            new Location(country, state, city)));
        }
    }

    private final CreateMember createMember;

    public OnSignUpConfirmed(CreateMember createMember) {
        this.createMember = createMember;
    }

    @Override
    public void on(SignUpConfirmed event, Envelope envelope) {
        createMember.create(event.signUp());
    }
}
