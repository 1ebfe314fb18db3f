package org.tctf.authoauth.adapter.web.external;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.tctf.authoauth.application.external.EndAttempt;
import org.tctf.authoauth.domain.external.AttemptSecret;

/**
 * @param attempt the secret from the start
 * @param state the parameter that the browser has brought
 * @param code the parameter that the browser has brought
 * @param iss the parameter, if the browser has brought one
 * @param trustedDevice what a sign-in with a second factor gave to this client, if it did; only for signing in
 */
record CallbackForm(
        @Size(min = 1, max = 100) String attempt,
        @Size(min = 1, max = 100) String state,
        @Size(min = 1, max = 4000) String code,
        @Nullable @Size(max = 500) String iss,
        @Nullable @Size(max = 200) String trustedDevice) {

    EndAttempt.Back back() {
        return new EndAttempt.Back(new AttemptSecret(attempt), state, code, iss);
    }

    @Override
    public String toString() {
        return "CallbackForm[…]";
    }
}
