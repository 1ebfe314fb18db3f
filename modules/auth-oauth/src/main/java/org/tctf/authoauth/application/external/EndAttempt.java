package org.tctf.authoauth.application.external;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.tctf.authoauth.domain.external.Attempt;
import org.tctf.authoauth.domain.external.AttemptSecret;
import org.tctf.authoauth.domain.external.SignInProvider;
import org.tctf.identity.Principal;
import org.tctf.kernel.Problem;

/** Ends an attempt with what the browser has brought back from the provider. Whatever comes of it, it was the only try. */
@Singleton
public class EndAttempt {
    private final Attempts attempts;
    private final ForeignProofs proofs;

    public EndAttempt(Attempts attempts, ForeignProofs proofs) {
        this.attempts = attempts;
        this.proofs = proofs;
    }

    /**
     * What a client has of an attempt, and what the browser has brought.
     *
     * @param issuer the parameter iss, where the provider sends it (RFC 9207)
     */
    public record Back(
            AttemptSecret attempt,
            String state,
            String code,
            @Nullable String issuer) {}

    /** @throws Problem {@code UNKNOWN_ATTEMPT}, {@code EXTERNAL_SIGN_IN_REFUSED}, {@code PROVIDER_UNAVAILABLE} */
    Claimed end(SignInProvider provider, Back back, @Nullable Principal linking) {
        Attempt attempt = attempts.take(back.state())
                .filter(taken -> taken.isOf(
                        provider.id(),
                        back.attempt(),
                        linking == null ? null : linking.memberId(),
                        linking == null ? null : linking.sessionId()))
                .orElseThrow(() -> Problem.invalid(
                        "UNKNOWN_ATTEMPT", "This was done before, took too long, or began elsewhere; start again."));
        return proofs.prove(
                provider, new ForeignProofs.Return(back.attempt(), attempt.redirectUri(), back.code(), back.issuer()));
    }
}
