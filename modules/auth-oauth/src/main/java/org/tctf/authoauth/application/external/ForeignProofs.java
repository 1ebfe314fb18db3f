package org.tctf.authoauth.application.external;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.tctf.authoauth.domain.external.AttemptSecret;
import org.tctf.authoauth.domain.external.SignInProvider;
import org.tctf.kernel.Problem;

/** Port: the providers' own endpoints. Each call ends within a bounded time. */
public interface ForeignProofs {

    /** What a browser has brought back. */
    record Return(
            AttemptSecret secret,
            String redirectUri,
            String code,
            @Nullable String issuer) {}

    /**
     * Where the browser is to go.
     *
     * @throws Problem {@code PROVIDER_UNAVAILABLE}
     */
    URI ask(SignInProvider provider, AttemptSecret secret, String redirectUri, String state);

    /**
     * Redeems the code, and proves what comes of it.
     *
     * @throws Problem {@code PROVIDER_UNAVAILABLE}, {@code EXTERNAL_SIGN_IN_REFUSED}
     */
    Claimed prove(SignInProvider provider, Return back);
}
