package org.tctf.usermanagement.domain;

import java.util.List;
import java.util.Optional;
import org.tctf.kernel.EmailAddress;

/** Sign-ups and edits to test with. */
public final class SignUps {

    private SignUps() {}

    /** Ada Lovelace, called Ada_L, an engineer in London, GB, with an individual account. */
    public static SignUp ada(String memberId) {
        return signUp(memberId, "Ada", "Lovelace", "Ada_L", "GB", Plan.INDIVIDUAL);
    }

    public static SignUp signUp(
            String memberId, String firstName, String lastName, String membershipName, String country, Plan plan) {
        return new SignUp(
                memberId,
                new EmailAddress(membershipName + "@example.org"),
                new MembershipName(membershipName),
                plan,
                Tier.BASIC,
                "en",
                Profile.initial(
                        new Basic(firstName, lastName, null),
                        new Professional("Engineer", null, null),
                        new Location(new CountryCode(country), null, "London")));
    }

    public static ProfileChange nothing() {
        return new ProfileChange(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public static ProfileChange basic(Basic basic) {
        return new ProfileChange(
                Optional.of(basic),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public static ProfileChange professional(Professional professional) {
        return new ProfileChange(
                Optional.empty(),
                Optional.of(professional),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public static ProfileChange interests(String... interests) {
        return new ProfileChange(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Interests(List.of(interests))),
                Optional.empty());
    }

    public static ProfileChange privacy(Privacy privacy) {
        return new ProfileChange(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(privacy));
    }
}
