package org.tctf.authcore.adapter.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.tctf.authcore.application.SignUpWithTicket;
import org.tctf.authcore.application.TakeOverMember;
import org.tctf.identity.ForeignHash;
import org.tctf.identity.Principal;
import org.tctf.identity.SignInAnswer;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.web.RateLimit;

@Controller("/v1/account/signup")
class VouchedSignUpController {

    /** @param ticket what the sign-in with a provider gave for an address that has no account yet */
    record ExternalForm(
            @Size(max = 64) String ticket, @Valid ApplicantForm applicant) {

        @Override
        public String toString() {
            return "ExternalForm[…]";
        }
    }

    /** @param passwordHash bcrypt, PBKDF2 or scrypt, as the other system wrote it */
    record ImportForm(
            @Size(max = 254) String email,
            @Size(max = 512) String passwordHash,
            @Valid ApplicantForm applicant) {

        @Override
        public String toString() {
            return "ImportForm[…]";
        }
    }

    private final SignUpWithTicket signUpWithTicket;
    private final TakeOverMember takeOverMember;

    VouchedSignUpController(SignUpWithTicket signUpWithTicket, TakeOverMember takeOverMember) {
        this.signUpWithTicket = signUpWithTicket;
        this.takeOverMember = takeOverMember;
    }

    /** Signs up, and in, who has just signed in with a provider that has verified their address; no mail is needed. */
    @Post("/external")
    @PermitAll
    @Status(HttpStatus.CREATED)
    @RateLimit(value = 5, per = "PT1H", by = RateLimit.By.ADDRESS)
    SignInAnswer external(@Valid @Body ExternalForm form, @Nullable @Header(HttpHeaders.USER_AGENT) String userAgent) {
        return SignInAnswer.of(signUpWithTicket.signUp(
                form.ticket(), form.applicant()::applicant, SignInController.device(userAgent)));
    }

    /**
     * Takes over a member of another system, with the hash of their password there: they sign in with it as before. Needs
     * a proof of the admin's own password that is less than five minutes old.
     */
    @Post("/import")
    @RolesAllowed("ADMIN")
    @Status(HttpStatus.CREATED)
    ConfirmedView takeOver(Principal caller, @Valid @Body ImportForm form) {
        return ConfirmedView.of(takeOverMember.takeOver(
                caller,
                form.applicant().applicant(new EmailAddress(form.email())),
                new ForeignHash(form.passwordHash())));
    }
}
