package org.tctf.usermanagement.domain;

import org.jmolecules.event.annotation.DomainEvent;
import org.tctf.kernel.EmailAddress;

/** A confirmed sign-up has become a member: the fact that the rest of the platform starts from. */
@DomainEvent
public record UserCreated(
        String userId,
        EmailAddress email,
        String firstName,
        String lastName,
        MembershipName membershipName,
        Plan plan,
        Tier tier,
        CountryCode country,
        String language) {}
