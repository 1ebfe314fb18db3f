package org.tctf.usermanagement.domain;

import org.tctf.kernel.EmailAddress;

/** A confirmed sign-up: all that is known of a member at the start. */
public record SignUp(
        String memberId,
        EmailAddress email,
        MembershipName membershipName,
        Plan plan,
        Tier tier,
        String language,
        Profile profile) {}
