package org.tctf.authcore.adapter.web;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.tctf.authcore.application.ResendVerification.Target;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.Problem;

/**
 * Either one.
 *
 * @param sessionId as the sign-up was answered
 * @param email that was signed up
 */
record ResendForm(
        @Nullable @Size(max = 36) String sessionId,
        @Nullable @Size(max = 254) String email) {

    /** @throws Problem {@code INCOMPLETE_TARGET} */
    Target target() {
        if (sessionId != null && email == null) {
            return new Target.OfSignUp(sessionId);
        }
        if (email != null && sessionId == null) {
            return new Target.OfAddress(new EmailAddress(email));
        }
        throw Problem.invalid("INCOMPLETE_TARGET", "Send sessionId or email, and not both.");
    }
}
