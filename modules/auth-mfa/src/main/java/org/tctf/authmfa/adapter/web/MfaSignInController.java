package org.tctf.authmfa.adapter.web;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import org.tctf.authmfa.application.CompleteSignIn;
import org.tctf.authmfa.application.CompleteSignIn.Completed;
import org.tctf.authmfa.application.RequestTemporaryCode;
import org.tctf.authmfa.domain.CodeKind;
import org.tctf.identity.SignInAnswer;
import org.tctf.kernel.web.IdempotencyWindow;
import org.tctf.kernel.web.RateLimit;

/** For whoever has proved a first factor: a challenge stands for that, and for the account. */
@Controller("/v1/auth/mfa")
@PermitAll
class MfaSignInController {
    private final CompleteSignIn completeSignIn;
    private final RequestTemporaryCode requestTemporaryCode;

    MfaSignInController(CompleteSignIn completeSignIn, RequestTemporaryCode requestTemporaryCode) {
        this.completeSignIn = completeSignIn;
        this.requestTemporaryCode = requestTemporaryCode;
    }

    /**
     * Completes a sign-in with a code of the authenticator app. Each code is good once. Five wrong ones in a row lock the
     * account's codes for 15 minutes, whichever sign-ins they came with. With trustDevice the answer has a secret that the
     * client sends along with its next sign-ins, so that no code is asked for.
     */
    @Post("/totp/signin")
    @RateLimit(value = 20, per = "PT5M", by = RateLimit.By.ADDRESS)
    @IdempotencyWindow("PT2M")
    SignInAnswer withTotp(@Valid @Body TotpSignInForm form) {
        Completed completed = completeSignIn.complete(
                form.challenge(), CodeKind.TOTP, form.code(), Boolean.TRUE.equals(form.trustDevice()));
        return SignInAnswer.of(completed.opened()).trusting(completed.trustedDevice());
    }

    /** Completes a sign-in with a backup code, which is spent then. Wrong ones count like any other. */
    @Post("/backup-code/signin")
    @RateLimit(value = 20, per = "PT5M", by = RateLimit.By.ADDRESS)
    @IdempotencyWindow("PT2M")
    SignInAnswer withBackupCode(@Valid @Body BackupCodeSignInForm form) {
        return SignInAnswer.of(completeSignIn
                .complete(form.challenge(), CodeKind.BACKUP_CODE, form.code(), false)
                .opened());
    }

    /** Mails a code that stands in for the app once, within an hour. One at a time. */
    @Post("/temp-backup-code")
    @Status(HttpStatus.ACCEPTED)
    @RateLimit(value = 5, per = "PT1H", by = RateLimit.By.ADDRESS)
    TemporaryCodeView mailCode(@Valid @Body ChallengeForm form) {
        return new TemporaryCodeView(requestTemporaryCode.request(form.challenge()));
    }

    /** Completes a sign-in with a mailed code, which is spent then. Wrong ones count like any other. */
    @Post("/temp-backup-code/signin")
    @RateLimit(value = 20, per = "PT5M", by = RateLimit.By.ADDRESS)
    @IdempotencyWindow("PT2M")
    SignInAnswer withTemporaryCode(@Valid @Body TemporaryCodeSignInForm form) {
        return SignInAnswer.of(completeSignIn
                .complete(form.challenge(), CodeKind.TEMPORARY_BACKUP_CODE, form.code(), false)
                .opened());
    }
}
