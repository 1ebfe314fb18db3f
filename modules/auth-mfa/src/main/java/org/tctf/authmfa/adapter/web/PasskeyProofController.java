package org.tctf.authmfa.adapter.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.tctf.authmfa.application.AskForPasskey;
import org.tctf.authmfa.application.RelyingParty;
import org.tctf.authmfa.application.SignInWithPasskey;
import org.tctf.authmfa.application.StepUpWithPasskey;
import org.tctf.identity.Principal;
import org.tctf.identity.SignInAnswer;
import org.tctf.kernel.web.IdempotencyWindow;
import org.tctf.kernel.web.PublicUrl;
import org.tctf.kernel.web.RateLimit;

@Controller("/v1/auth/mfa/passkeys")
class PasskeyProofController {
    private static final int DEVICE = 200;

    private final AskForPasskey askForPasskey;
    private final SignInWithPasskey signInWithPasskey;
    private final StepUpWithPasskey stepUpWithPasskey;
    private final RelyingParty party;

    PasskeyProofController(
            AskForPasskey askForPasskey,
            SignInWithPasskey signInWithPasskey,
            StepUpWithPasskey stepUpWithPasskey,
            PublicUrl publicUrl) {
        this.askForPasskey = askForPasskey;
        this.signInWithPasskey = signInWithPasskey;
        this.stepUpWithPasskey = stepUpWithPasskey;
        party = RelyingParty.at(publicUrl);
    }

    /** Begins a sign-in by passkey: answers the options for navigator.credentials.get(). They name no account. */
    @Post("/signin")
    @PermitAll
    @RateLimit(value = 20, per = "PT5M", by = RateLimit.By.ADDRESS)
    RequestOptions beginSignIn() {
        return RequestOptions.of(askForPasskey.ask(), party);
    }

    /** Opens a session with what the passkey has signed. Nothing more is asked for: a passkey checks who uses it. */
    @Post("/signin/complete")
    @PermitAll
    @RateLimit(value = 10, per = "PT5M", by = RateLimit.By.ADDRESS)
    @IdempotencyWindow("PT2M")
    SignInAnswer completeSignIn(
            @Valid @Body AssertionForm form, @Nullable @Header(HttpHeaders.USER_AGENT) String userAgent) {
        return SignInAnswer.of(signInWithPasskey.signIn(form.assertion(), device(userAgent)));
    }

    /** Begins to prove the caller's passkey again: answers the options for navigator.credentials.get(). */
    @Post("/step-up")
    @RateLimit(value = 10, per = "PT5M")
    RequestOptions beginStepUp(Principal caller) {
        return RequestOptions.of(askForPasskey.ask(caller), party);
    }

    /**
     * Proves the caller's passkey again, for acts that need a proof less than five minutes old. Gives the session new tokens
     * that say so; those that it had before are worth nothing.
     */
    @Post("/step-up/complete")
    @RateLimit(value = 10, per = "PT5M")
    @IdempotencyWindow("PT2M")
    SignInAnswer completeStepUp(Principal caller, @Valid @Body AssertionForm form) {
        return SignInAnswer.proved(caller.memberId(), stepUpWithPasskey.prove(caller, form.assertion()));
    }

    private static @Nullable String device(@Nullable String userAgent) {
        return userAgent == null || userAgent.length() <= DEVICE ? userAgent : userAgent.substring(0, DEVICE);
    }
}
