package org.tctf.authpassword.application;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import org.tctf.authpassword.domain.ProvedReset;
import org.tctf.authpassword.domain.RequestedReset;
import org.tctf.authpassword.domain.Reset;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.Problem;
import org.tctf.kernel.crypto.Hashes;
import org.tctf.kernel.crypto.NumericCodes;
import org.tctf.kernel.crypto.RandomSecrets;

/** Proves by the mailed code that a reset is the address's owner's. */
@Singleton
public class VerifyResetCode {
    /** Which reset a code is for. */
    public sealed interface Target {}

    /** The one with this id, which whoever asked for it has. */
    public record OfReset(String resetId) implements Target {}

    /** The newest one of an address: for its owner, when somebody else has asked. */
    public record OfAddress(EmailAddress email) implements Target {}

    /** A proved reset. */
    public record Proved(String resetId, String token) {

        @Override
        public String toString() {
            return "Proved[" + resetId + "]";
        }
    }

    private final Resets resets;
    private final NumericCodes codes;
    private final RandomSecrets secrets;
    private final InstantSource clock;

    public VerifyResetCode(Resets resets, NumericCodes codes, SecureRandom random, InstantSource clock) {
        this.resets = resets;
        this.codes = codes;
        secrets = new RandomSecrets(random);
        this.clock = clock;
    }

    /**
     * A wrong code is counted in the commit that follows its comparison, on the very state it was compared with: of any
     * number of guesses at once, five are counted and no more are compared to any effect.
     *
     * @return whose code it was, and a token to set the password with, for {@link ProvedReset#WINDOW}
     * @throws Problem {@code RESET_NOT_FOUND}, {@code WRONG_CODE} with the remaining attempts, {@code
     *     MAX_ATTEMPTS_EXCEEDED}, {@code RESET_CODE_EXPIRED}
     */
    public Proved verify(Target target, String code) {
        Instant now = clock.instant();
        String resetId = switch (target) {
            case OfReset(var id) -> id;
            case OfAddress(var email) -> resets.newestOf(email).orElseThrow(Reset::notFound);
        };
        String token = secrets.next();
        Reset tried = resets.decide(resetId, reset -> switch (reset) {
            case ProvedReset _ -> throw Reset.notFound();
            case RequestedReset requested ->
                requested.tryCode(
                        codes.matches(requested.codeDigest(), resetId + "." + requested.mails(), code),
                        Hashes.sha256(token),
                        now);
        });
        if (tried instanceof RequestedReset missed) {
            throw wrongCode(missed.remainingAttempts());
        }
        return new Proved(resetId, token);
    }

    private static Problem wrongCode(int remaining) {
        return Problem.invalid(
                        "WRONG_CODE",
                        remaining == 0
                                ? "This code is wrong, and was the last attempt; ask for another mail."
                                : "This code is wrong; type the one from the newest mail.")
                .at("/code")
                .remainingAttempts(remaining);
    }
}
