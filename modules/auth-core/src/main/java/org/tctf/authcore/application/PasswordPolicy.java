package org.tctf.authcore.application;

import java.util.Locale;
import java.util.stream.Stream;
import org.tctf.authcore.domain.Applicant;
import org.tctf.identity.Password;
import org.tctf.kernel.Problem;

/** The least that a new password must be: length, and not what everybody knows of its owner (NIST SP 800-63B §5.1.1.2). */
final class PasswordPolicy {
    static final int MIN_LENGTH = 12;
    static final int MAX_LENGTH = 128;

    private PasswordPolicy() {}

    /** @throws Problem {@code PASSWORD_TOO_SHORT}, {@code PASSWORD_TOO_LONG}, {@code PASSWORD_TOO_OBVIOUS} */
    static void check(Password password, Applicant applicant) {
        if (password.length() < MIN_LENGTH) {
            throw refused("PASSWORD_TOO_SHORT", "use at least %d characters".formatted(MIN_LENGTH));
        }
        if (password.length() > MAX_LENGTH) {
            throw refused("PASSWORD_TOO_LONG", "use at most %d characters".formatted(MAX_LENGTH));
        }
        String folded = fold(password.value());
        if (known(applicant).map(PasswordPolicy::fold).anyMatch(folded::equals)) {
            throw refused("PASSWORD_TOO_OBVIOUS", "it is your address or name; choose another");
        }
    }

    private static Stream<String> known(Applicant applicant) {
        String email = applicant.email().value();
        String first = applicant.firstName().value();
        String last = applicant.lastName().value();
        return Stream.of(
                email,
                email.substring(0, email.indexOf('@')),
                applicant.membershipName().value(),
                first,
                last,
                first + last,
                last + first);
    }

    private static String fold(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("\\s", "");
    }

    private static Problem refused(String code, String why) {
        return Problem.invalid(code, "This password cannot be used: %s.".formatted(why))
                .at("/password");
    }
}
