package org.tctf.authoauth.adapter.web.external;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.tctf.authoauth.application.external.BeginAttempt;
import org.tctf.authoauth.application.external.SignInElsewhere;
import org.tctf.kernel.web.RateLimit;

/** Signing in with a provider: start, send the browser there, come back with what it brings. */
@Controller("/v1/auth/oauth/{provider}")
@PermitAll
class ExternalSignInController {
    /** What a session keeps of it. */
    private static final int DEVICE = 200;

    private final BeginAttempt beginAttempt;
    private final SignInElsewhere signInElsewhere;

    ExternalSignInController(BeginAttempt beginAttempt, SignInElsewhere signInElsewhere) {
        this.beginAttempt = beginAttempt;
        this.signInElsewhere = signInElsewhere;
    }

    /**
     * Begins a sign-in: gives the address that the browser goes to, and a secret that the client keeps to itself until the
     * browser is back, within ten minutes.
     */
    @Post("/start")
    @RateLimit(value = 20, per = "PT5M", by = RateLimit.By.ADDRESS)
    BegunView start(String provider, @Valid @Body StartForm form) {
        return BegunView.of(beginAttempt.begin(provider, form.redirectUri(), null));
    }

    /**
     * Ends a sign-in with what the browser has brought back; each is good once. Somebody new gets a ticket for
     * POST /v1/account/signup/external; whose address has an account signs in there and links the provider then.
     */
    @Post("/callback")
    @RateLimit(value = 20, per = "PT5M", by = RateLimit.By.ADDRESS)
    CallbackView callback(
            String provider,
            @Valid @Body CallbackForm form,
            @Nullable @Header(HttpHeaders.USER_AGENT) String userAgent) {
        String device = userAgent == null || userAgent.length() <= DEVICE ? userAgent : userAgent.substring(0, DEVICE);
        return CallbackView.of(signInElsewhere.signIn(provider, form.back(), device, form.trustedDevice()));
    }
}
