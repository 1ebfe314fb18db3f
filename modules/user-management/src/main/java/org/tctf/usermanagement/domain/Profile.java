package org.tctf.usermanagement.domain;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jmolecules.ddd.annotation.ValueObject;

/** What a member says of themselves, in categories, and who may see it. */
@ValueObject
public record Profile(
        Basic basic,
        Professional professional,
        Location location,
        Social social,
        Interests interests,
        Privacy privacy) {

    /** The profile that a sign-up leaves: what was asked there, with the initial privacy. */
    public static Profile initial(Basic basic, Professional professional, Location location) {
        return new Profile(basic, professional, location, Social.NONE, Interests.NONE, Privacy.INITIAL);
    }

    /** Complete = names and country, which are always there, a job title, a bio and at least one interest. */
    public boolean isComplete() {
        return professional.jobTitle() != null
                && basic.bio() != null
                && !interests.value().isEmpty();
    }

    /** Whether somebody with this clearance sees the field, if it has a value. */
    public boolean shows(ProfileField field, Visibility clearance) {
        return privacy.of(field).isSeenWith(clearance);
    }

    /** The fields whose values differ in the other profile. */
    List<ProfileField> differencesTo(Profile other) {
        return Stream.of(ProfileField.values())
                .filter(field -> !Objects.equals(field.in(this), field.in(other)))
                .toList();
    }
}
