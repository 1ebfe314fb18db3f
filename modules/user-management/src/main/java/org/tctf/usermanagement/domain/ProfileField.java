package org.tctf.usermanagement.domain;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One field of a profile: what the API calls it, where it belongs, and who sees it until its owner says otherwise. */
public enum ProfileField {
    FIRST_NAME("firstName", Category.BASIC, Visibility.MEMBERS, p -> p.basic().firstName()),
    LAST_NAME("lastName", Category.BASIC, Visibility.MEMBERS, p -> p.basic().lastName()),
    BIO("bio", Category.BASIC, Visibility.MEMBERS, p -> p.basic().bio()),
    JOB_TITLE(
            "jobTitle",
            Category.PROFESSIONAL,
            Visibility.MEMBERS,
            p -> p.professional().jobTitle()),
    COMPANY_NAME(
            "companyName",
            Category.PROFESSIONAL,
            Visibility.MEMBERS,
            p -> p.professional().companyName()),
    YEARS_OF_EXPERIENCE(
            "yearsOfExperience",
            Category.PROFESSIONAL,
            Visibility.MEMBERS,
            p -> p.professional().yearsOfExperience()),
    COUNTRY("country", Category.LOCATION, Visibility.MEMBERS, p -> p.location().country()),
    // Where somebody lives is nobody's business by default (GDPR, article 25).
    STATE("state", Category.LOCATION, Visibility.PRIVATE, p -> p.location().state()),
    CITY("city", Category.LOCATION, Visibility.PRIVATE, p -> p.location().city()),
    WEBSITE("website", Category.SOCIAL, Visibility.MEMBERS, p -> p.social().website()),
    LINKEDIN("linkedin", Category.SOCIAL, Visibility.MEMBERS, p -> p.social().linkedin()),
    GITHUB("github", Category.SOCIAL, Visibility.MEMBERS, p -> p.social().github()),
    X("x", Category.SOCIAL, Visibility.MEMBERS, p -> p.social().x()),
    INTERESTS("interests", Category.INTERESTS, Visibility.MEMBERS, Profile::interests);

    private final String apiName;
    private final Category category;
    private final Visibility initial;
    private final Function<Profile, @Nullable Object> value;

    ProfileField(String apiName, Category category, Visibility initial, Function<Profile, @Nullable Object> value) {
        this.apiName = apiName;
        this.category = category;
        this.initial = initial;
        this.value = value;
    }

    /** The field that the API calls so. */
    public static Optional<ProfileField> named(String apiName) {
        return Stream.of(values())
                .filter(field -> field.apiName.equals(apiName))
                .findAny();
    }

    public String apiName() {
        return apiName;
    }

    public Category category() {
        return category;
    }

    /** Who sees it until its owner says otherwise. */
    public Visibility initialVisibility() {
        return initial;
    }

    @Nullable
    Object in(Profile profile) {
        return value.apply(profile);
    }
}
