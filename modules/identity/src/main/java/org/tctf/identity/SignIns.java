package org.tctf.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sign-ins: from the first proof to a session, at one gate for all services. Whether a second factor is needed is decided
 * in the transaction that opens the session, so no sign-in slips through while one is being turned on.
 */
public interface SignIns {
    /** How long a second factor may take. */
    Duration CHALLENGE_LIFE = Duration.ofMinutes(5);

    /** How long one may take that comes by mail. */
    Duration LONGEST_CHALLENGE_LIFE = Duration.ofHours(1);

    /** How a first proof ended. */
    sealed interface Step {}

    /**
     * A session was opened.
     *
     * @param evicted ids of the sessions that had to go for it
     */
    record Opened(Account account, Tokens tokens, @Nullable String device, List<Proof> proofs, List<String> evicted)
            implements Step {}

    /**
     * One factor is not enough.
     *
     * @param challenge opaque; stands for the first proof
     */
    record SecondFactorNeeded(String accountId, String challenge, Instant until) implements Step {}

    /** A sign-in under way. */
    record Challenge(
            String accountId, Proof first, @Nullable String device, Instant until) {}

    /**
     * Goes on after a first proof.
     *
     * @param device what the client says it is, for the member's own list
     * @param trustedDevice what {@link SecondFactors#trust} gave to this client, if it did
     * @throws org.tctf.kernel.Problem {@code ACCOUNT_DISABLED}, {@code ACCOUNT_INACTIVE}, when it became so in between
     */
    Step begin(String accountId, Proof first, @Nullable String device, @Nullable String trustedDevice);

    /** The sign-in that a challenge stands for; empty when it is unknown, over, or was completed. */
    Optional<Challenge> challenge(String challenge);

    /**
     * Lets a sign-in wait for something that is on its way to its member: {@link #LONGEST_CHALLENGE_LIFE} from its beginning,
     * however often this is said.
     *
     * @return empty when the challenge is unknown, over, or was completed
     */
    Optional<Challenge> prolong(String challenge);

    /**
     * Opens the session after a second proof. Of any number at once with one challenge, one does.
     *
     * @return empty when the challenge is unknown, over, or was completed
     * @throws org.tctf.kernel.Problem as {@link #begin}
     */
    Optional<Opened> complete(String challenge, Proof second);
}
