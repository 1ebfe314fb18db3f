package org.tctf.authpassword.application;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tctf.authpassword.AuthPasswordService;
import org.tctf.authpassword.domain.RequestedReset;
import org.tctf.authpassword.domain.Reset;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Standing;
import org.tctf.kernel.Decision;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.Ids;
import org.tctf.kernel.Problem;
import org.tctf.kernel.crypto.Encryption;
import org.tctf.kernel.crypto.NumericCodes;

/**
 * Starts the reset of a forgotten password.
 *
 * <p>No oracle: an address without an account gets a reset like any other, which counts its wrong codes like any other;
 * only the mail differs, and only the address's owner sees it. Both ways read the same, make one code and commit once.
 */
@Singleton
public class RequestReset {
    private final IdentityProvider identity;
    private final Resets resets;
    private final NumericCodes codes;
    private final Encryption encryption;
    private final Ids ids;
    private final InstantSource clock;

    public RequestReset(
            IdentityProvider identity,
            Resets resets,
            NumericCodes codes,
            Encryption encryption,
            Ids ids,
            InstantSource clock) {
        this.identity = identity;
        this.resets = resets;
        this.codes = codes;
        this.encryption = encryption;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param language to write to an unknown address in; a member is written to in theirs
     * @return the reset's id
     * @throws Problem {@code RESET_REQUESTED_ALREADY} within an hour of the one before
     */
    public String request(EmailAddress email, @Nullable String language) {
        Instant now = clock.instant();
        Optional<Instant> last = resets.lastRequestedWith(email);
        last.ifPresent(then -> requireHourAfter(then, now));
        String account = identity.accounts()
                .find(email)
                .filter(Standing::maySignIn)
                .map(standing -> standing.account().id())
                .orElse(null);
        String id = ids.next().toString();
        NumericCodes.Issued issued = codes.issue(id + ".1");
        Decision<RequestedReset> requested = RequestedReset.of(
                id,
                account,
                email,
                language,
                issued.digest(),
                encryption.encrypt(AuthPasswordService.RESET_CODE, issued.code()),
                now);
        if (!resets.add(requested, last)) {
            throw requestedAlready(Reset.LIFE);
        }
        return id;
    }

    private static void requireHourAfter(Instant last, Instant now) {
        Duration left = Duration.between(now, last.plus(Reset.LIFE));
        if (left.isPositive()) {
            throw requestedAlready(left);
        }
    }

    private static Problem requestedAlready(Duration left) {
        return Problem.of(
                        Problem.Kind.TOO_MANY_REQUESTS,
                        "RESET_REQUESTED_ALREADY",
                        "A code was asked for with this address less than an hour ago; use it, or ask for it to be sent again.")
                .retryAfter(left);
    }
}
