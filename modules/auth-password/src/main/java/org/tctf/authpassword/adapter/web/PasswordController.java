package org.tctf.authpassword.adapter.web;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.tctf.authpassword.application.ChangePassword;
import org.tctf.authpassword.application.ConfirmReset;
import org.tctf.authpassword.application.RequestReset;
import org.tctf.authpassword.application.ResendResetCode;
import org.tctf.authpassword.application.VerifyResetCode;
import org.tctf.authpassword.domain.ProvedReset;
import org.tctf.authpassword.domain.RequestedReset;
import org.tctf.identity.Password;
import org.tctf.identity.PasswordPolicy;
import org.tctf.identity.Passwords;
import org.tctf.identity.Principal;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.Problem;
import org.tctf.kernel.web.RateLimit;

@Controller("/v1/auth")
class PasswordController {
    /** Longer than any password: whether it is too long, is the policy's to say. */
    private static final int LONGEST = 1024;

    /** @param language ISO 639-1, to write in to an address that we do not know */
    record ForgotForm(
            @Size(max = 254) String email,
            @Nullable @Pattern(regexp = "[a-z]{2}") String language) {}

    /** @param codeExpiresIn seconds */
    record StartedView(String resetId, long codeExpiresIn) {}

    record ResetForm(@Size(max = 36) String resetId) {}

    /**
     * @param resetId or the address
     * @param email or the reset's id
     * @param code six digits
     */
    record CodeForm(
            @Nullable @Size(max = 36) String resetId,
            @Nullable @Size(max = 254) String email,
            @Pattern(regexp = "\\d{6}") String code) {

        VerifyResetCode.Target target() {
            if (resetId != null && email == null) {
                return new VerifyResetCode.OfReset(resetId);
            }
            if (email != null && resetId == null) {
                return new VerifyResetCode.OfAddress(new EmailAddress(email));
            }
            throw Problem.invalid("VALIDATION_ERROR", "Say either the reset's id or the address.")
                    .at("/resetId");
        }

        @Override
        public String toString() {
            return "CodeForm[…]";
        }
    }

    /**
     * @param resetToken to set the password with
     * @param expiresIn seconds
     */
    record ProvedView(String resetId, String resetToken, long expiresIn) {

        @Override
        public String toString() {
            return "ProvedView[…]";
        }
    }

    record NewPasswordForm(
            @Size(max = 36) String resetId,
            @Size(max = 64) String resetToken,
            @Size(max = LONGEST) String newPassword) {

        @Override
        public String toString() {
            return "NewPasswordForm[…]";
        }
    }

    /** @param currentPassword may be left out by who has none yet */
    record ChangeForm(
            @Nullable @Size(max = LONGEST) String currentPassword,
            @Size(max = LONGEST) String newPassword) {

        @Override
        public String toString() {
            return "ChangeForm[…]";
        }
    }

    /**
     * @param minLength characters as people count them
     * @param remembered how many past passwords cannot be used again
     * @param breachedRefused whether lists of breached passwords are consulted
     * @param namesRefused whether a password may not be made of its owner's names
     */
    record PolicyView(int minLength, int maxLength, int remembered, boolean breachedRefused, boolean namesRefused) {}

    private final RequestReset requestReset;
    private final ResendResetCode resendResetCode;
    private final VerifyResetCode verifyResetCode;
    private final ConfirmReset confirmReset;
    private final ChangePassword changePassword;

    PasswordController(
            RequestReset requestReset,
            ResendResetCode resendResetCode,
            VerifyResetCode verifyResetCode,
            ConfirmReset confirmReset,
            ChangePassword changePassword) {
        this.requestReset = requestReset;
        this.resendResetCode = resendResetCode;
        this.verifyResetCode = verifyResetCode;
        this.confirmReset = confirmReset;
        this.changePassword = changePassword;
    }

    /** Mails a code for a new password, if the address has an account; the answer is the same if it has none. */
    @Post("/forgot-password")
    @PermitAll
    @Status(HttpStatus.ACCEPTED)
    @RateLimit(value = 10, per = "PT1H", by = RateLimit.By.ADDRESS)
    StartedView forgot(@Valid @Body ForgotForm form) {
        return new StartedView(
                requestReset.request(new EmailAddress(form.email()), form.language()),
                RequestedReset.CODE_LIFE.toSeconds());
    }

    /** Mails another code; the one before is worth nothing then. */
    @Post("/resend-code")
    @PermitAll
    @Status(HttpStatus.ACCEPTED)
    @RateLimit(value = 10, per = "PT1H", by = RateLimit.By.ADDRESS)
    void resend(@Valid @Body ResetForm form) {
        resendResetCode.resend(form.resetId());
    }

    /** Takes the code, and gives a token to set the password with. */
    @Post("/verify-code")
    @PermitAll
    @RateLimit(value = 30, per = "PT1H", by = RateLimit.By.ADDRESS)
    ProvedView verify(@Valid @Body CodeForm form) {
        VerifyResetCode.Proved proved = verifyResetCode.verify(form.target(), form.code());
        return new ProvedView(proved.resetId(), proved.token(), ProvedReset.WINDOW.toSeconds());
    }

    /** Sets the new password and ends all sessions. It signs nobody in. */
    @Post("/confirm")
    @PermitAll
    @Status(HttpStatus.NO_CONTENT)
    @RateLimit(value = 30, per = "PT1H", by = RateLimit.By.ADDRESS)
    void confirm(@Valid @Body NewPasswordForm form) {
        confirmReset.confirm(form.resetId(), form.resetToken(), new Password(form.newPassword()));
    }

    /** Changes the caller's password; all other sessions end. */
    @Post("/change-password")
    @Status(HttpStatus.NO_CONTENT)
    @RateLimit(value = 5, per = "PT24H")
    void change(Principal caller, @Valid @Body ChangeForm form) {
        String present = form.currentPassword();
        changePassword.change(caller, present == null ? null : new Password(present), new Password(form.newPassword()));
    }

    /** Says what a new password must be. */
    @Get("/password-policy")
    @PermitAll
    PolicyView policy() {
        return new PolicyView(PasswordPolicy.MIN_LENGTH, PasswordPolicy.MAX_LENGTH, Passwords.REMEMBERED, true, true);
    }
}
