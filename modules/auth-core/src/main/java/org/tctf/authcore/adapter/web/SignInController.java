package org.tctf.authcore.adapter.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.tctf.authcore.application.RefreshTokens;
import org.tctf.authcore.application.SignIn;
import org.tctf.authcore.application.SignOut;
import org.tctf.authcore.application.SignOut.Scope;
import org.tctf.authcore.application.StepUp;
import org.tctf.identity.Password;
import org.tctf.identity.Principal;
import org.tctf.identity.SignInAnswer;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.web.IdempotencyWindow;
import org.tctf.kernel.web.RateLimit;

@Controller("/v1/auth")
class SignInController {
    private final SignIn signIn;
    private final StepUp stepUp;
    private final RefreshTokens refreshTokens;
    private final SignOut signOut;

    SignInController(SignIn signIn, StepUp stepUp, RefreshTokens refreshTokens, SignOut signOut) {
        this.signIn = signIn;
        this.stepUp = stepUp;
        this.refreshTokens = refreshTokens;
        this.signOut = signOut;
    }

    /**
     * Opens a session with address and password; where the account has a second factor, answers a challenge for it. Five wrong passwords in a row lock the address for 15 minutes. A member
     * has five sessions at most: a sixth ends the oldest. Sets a cookie by which this client is known the next time: then
     * others' wrong passwords do not lock it.
     */
    @Post("/signin")
    @PermitAll
    @RateLimit(value = 10, per = "PT5M", by = RateLimit.By.ADDRESS)
    @IdempotencyWindow("PT2M")
    HttpResponse<SignInAnswer> signIn(
            HttpRequest<?> http,
            @Valid @Body SignInForm form,
            @Nullable @Header(HttpHeaders.USER_AGENT) String userAgent) {
        SignIn.Answered answered = signIn.signIn(
                new EmailAddress(form.email()),
                new Password(form.password()),
                device(userAgent),
                form.trustedDevice(),
                KnownClient.secret(http));
        return KnownClient.keep(HttpResponse.ok(SignInAnswer.of(answered.step())), answered.knownClient());
    }

    /**
     * Proves the caller's password again, for acts that need a proof less than five minutes old. Gives the session new
     * tokens that say so; those that it had before are worth nothing.
     */
    @Post("/step-up")
    @RateLimit(value = 10, per = "PT5M")
    @IdempotencyWindow("PT2M")
    SignInAnswer stepUp(Principal caller, @Valid @Body StepUpForm form) {
        return SignInAnswer.proved(caller.memberId(), stepUp.prove(caller, new Password(form.password())));
    }

    /**
     * Gives the next tokens for a refresh token, which is spent then. A spent token that comes back ends its session. To
     * repeat a request whose answer was lost, send the same Idempotency-Key.
     */
    @Post("/refresh-token")
    @PermitAll
    @RateLimit(value = 30, per = "PT1M")
    @IdempotencyWindow("PT5M")
    TokensView refresh(@Valid @Body RefreshForm form) {
        return TokensView.of(refreshTokens.refresh(form.refreshToken()));
    }

    /**
     * Ends the caller's session; its access token is refused from now on.
     *
     * @param global ends all of the caller's sessions
     */
    @Post("/signout")
    @Status(HttpStatus.NO_CONTENT)
    @RateLimit(value = 20, per = "PT1M")
    void signOut(Principal caller, @QueryValue(defaultValue = "false") boolean global) {
        signOut.signOut(caller, global ? Scope.ALL_SESSIONS : Scope.THIS_SESSION);
    }

    static @Nullable String device(@Nullable String userAgent) {
        return userAgent == null || userAgent.length() <= Limits.DEVICE
                ? userAgent
                : userAgent.substring(0, Limits.DEVICE);
    }
}
