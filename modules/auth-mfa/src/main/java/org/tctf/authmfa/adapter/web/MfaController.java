package org.tctf.authmfa.adapter.web;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import jakarta.validation.Valid;
import org.tctf.authmfa.application.CompleteSetup;
import org.tctf.authmfa.application.PrepareAuthenticator;
import org.tctf.authmfa.application.ReplaceBackupCodes;
import org.tctf.authmfa.application.ShowStatus;
import org.tctf.authmfa.application.StepUp;
import org.tctf.authmfa.application.TurnOff;
import org.tctf.identity.Password;
import org.tctf.identity.Principal;
import org.tctf.identity.SignInAnswer;
import org.tctf.kernel.Problem;
import org.tctf.kernel.web.IdempotencyWindow;
import org.tctf.kernel.web.RateLimit;

@Controller("/v1/auth/mfa")
class MfaController {
    private final PrepareAuthenticator prepareAuthenticator;
    private final CompleteSetup completeSetup;
    private final TurnOff turnOff;
    private final ReplaceBackupCodes replaceBackupCodes;
    private final ShowStatus showStatus;
    private final StepUp stepUp;

    MfaController(
            PrepareAuthenticator prepareAuthenticator,
            CompleteSetup completeSetup,
            TurnOff turnOff,
            ReplaceBackupCodes replaceBackupCodes,
            ShowStatus showStatus,
            StepUp stepUp) {
        this.prepareAuthenticator = prepareAuthenticator;
        this.completeSetup = completeSetup;
        this.turnOff = turnOff;
        this.replaceBackupCodes = replaceBackupCodes;
        this.showStatus = showStatus;
        this.stepUp = stepUp;
    }

    /** Says how the caller's second factor stands. */
    @Get("/status")
    StatusView status(Principal caller) {
        return StatusView.of(showStatus.show(caller));
    }

    /**
     * Gives the caller a secret for an authenticator app. Needs a proof less than five minutes old. Nothing is asked for at
     * sign-in until the setup is completed.
     */
    @Post("/setup")
    @RateLimit(value = 5, per = "PT1M")
    SetupView setUp(Principal caller) {
        return SetupView.of(prepareAuthenticator.prepare(caller));
    }

    /**
     * Turns the second factor on, with two codes that the app shows one after the other. From then on no password alone
     * opens a session. Answers ten backup codes, which are never shown again.
     */
    @Post("/complete-setup")
    @RateLimit(value = 10, per = "PT5M")
    BackupCodesView completeSetup(Principal caller, @Valid @Body CompleteSetupForm form) {
        return new BackupCodesView(completeSetup.complete(caller, form.code1(), form.code2()));
    }

    /**
     * Turns the second factor off, with a code and a proof less than five minutes old. The secret, the backup codes and the
     * trust in devices go with it; to have it on again, set it up again.
     */
    @Post("/toggle")
    @RateLimit(value = 10, per = "PT5M")
    StatusView toggle(Principal caller, @Valid @Body ToggleForm form) {
        if (!form.enabled()) {
            turnOff.turnOff(caller, form.kind(), form.requiredCode());
        }
        ShowStatus.Status status = showStatus.show(caller);
        if (form.enabled() && !status.isEnabled()) {
            throw Problem.conflict("MFA_NOT_ENABLED", "No second factor is set up; begin at /v1/auth/mfa/setup.");
        }
        return StatusView.of(status);
    }

    /** Gives the caller ten new backup codes; the old ones are dead from then on. Needs a proof less than five minutes old. */
    @Post("/backup-code")
    @RateLimit(value = 5, per = "PT1M")
    BackupCodesView replaceBackupCodes(Principal caller) {
        return new BackupCodesView(replaceBackupCodes.replace(caller));
    }

    /**
     * Proves the caller's password and second factor again, for acts that need a proof less than five minutes old. Gives the
     * session new tokens that say so; those that it had before are worth nothing.
     */
    @Post("/totp/step-up")
    @RateLimit(value = 10, per = "PT5M")
    @IdempotencyWindow("PT2M")
    SignInAnswer stepUpWithTotp(Principal caller, @Valid @Body StepUpForm form) {
        Password password = form.password() == null ? null : new Password(form.password());
        return SignInAnswer.proved(caller.memberId(), stepUp.prove(caller, password, form.code()));
    }
}
