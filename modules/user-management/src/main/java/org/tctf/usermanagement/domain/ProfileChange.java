package org.tctf.usermanagement.domain;

import java.util.Optional;

/** New contents for some categories of a profile; a category that is absent stays as it is. */
public record ProfileChange(
        Optional<Basic> basic,
        Optional<Professional> professional,
        Optional<Location> location,
        Optional<Social> social,
        Optional<Interests> interests,
        Optional<Privacy> privacy) {

    Profile appliedTo(Profile profile) {
        return new Profile(
                basic.orElse(profile.basic()),
                professional.orElse(profile.professional()),
                location.orElse(profile.location()),
                social.orElse(profile.social()),
                interests.orElse(profile.interests()),
                privacy.orElse(profile.privacy()));
    }
}
