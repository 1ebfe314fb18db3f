package org.tctf.usermanagement.domain;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Problem;

/** What a member does: job title and company of at most 100 characters, 0–70 years of experience. */
@ValueObject
public record Professional(
        @Nullable String jobTitle,
        @Nullable String companyName,
        @Nullable Integer yearsOfExperience) {
    public static final int MAX_TEXT = 100;
    public static final int MAX_YEARS = 70;

    /** @throws Problem when something is out of bounds */
    public Professional {
        jobTitle = Text.line("/professional/jobTitle", jobTitle, MAX_TEXT);
        companyName = Text.line("/professional/companyName", companyName, MAX_TEXT);
        if (yearsOfExperience != null && (yearsOfExperience < 0 || yearsOfExperience > MAX_YEARS)) {
            throw Problem.invalid("OUT_OF_RANGE", "%d years of experience: say 0 to 70.".formatted(yearsOfExperience))
                    .at("/professional/yearsOfExperience");
        }
    }
}
