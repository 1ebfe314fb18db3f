package org.tctf.authcore.adapter.web;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.tctf.authcore.application.ConfirmSignUp.Proof;
import org.tctf.kernel.Problem;

/**
 * Either sessionId and code, or token.
 *
 * @param sessionId as the sign-up was answered
 * @param code the six digits that were mailed
 * @param token of the link that was mailed
 */
record ConfirmationForm(
        @Nullable @Size(max = 36) String sessionId,
        @Nullable @Pattern(regexp = "^[0-9]{6}$") String code,
        @Nullable @Size(max = Limits.LINK_TOKEN) String token) {

    /** @throws Problem {@code INCOMPLETE_PROOF} */
    Proof proof() {
        if (sessionId != null && code != null && token == null) {
            return new Proof.Code(sessionId, code);
        }
        if (token != null && sessionId == null && code == null) {
            return new Proof.Link(token);
        }
        throw Problem.invalid("INCOMPLETE_PROOF", "Send sessionId and code, or token, and not both.");
    }
}
