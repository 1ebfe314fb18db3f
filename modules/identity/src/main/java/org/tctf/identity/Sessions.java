package org.tctf.identity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sessions: at most {@value #MAX} for an account, 30 days each. */
public interface Sessions {
    /** A sixth evicts the oldest, in the same transaction. */
    int MAX = 5;

    /**
     * A session just opened.
     *
     * @param evicted ids of the sessions that had to go for it
     */
    record Opened(Tokens tokens, List<String> evicted) {}

    /** How a refresh ended. */
    sealed interface Refresh {

        /** New tokens; the old refresh token is spent. */
        record Refreshed(Tokens tokens) implements Refresh {}

        /** Two refreshed with one token at the same moment, and the other was first. The session lives on with its tokens. */
        record LostRace() implements Refresh {}

        /** A spent token came back, so somebody has a copy: the session is over. Said again each time it comes. */
        record Reused(String accountId, String sessionId) implements Refresh {}

        /** Unknown, expired, or its session has ended. */
        record Refused() implements Refresh {}
    }

    /**
     * Opens a session for somebody who has just proved who they are.
     *
     * @param device what the client says it is, for the member's own list
     * @throws org.tctf.kernel.Problem {@code ACCOUNT_DISABLED} when it was disabled in between
     */
    Opened open(Account account, @Nullable String device);

    /** Takes a refresh token and gives the next. */
    Refresh refresh(String refreshToken);

    /** Those that live, oldest first. */
    List<Session> of(String accountId);

    /**
     * Ends one: no refresh any more, and its access token is refused, here at once and everywhere within ten seconds.
     *
     * @return false when the account has no such session
     */
    boolean end(String accountId, String sessionId);

    /**
     * Ends all that were opened before a moment.
     *
     * @return the ids of those that ended
     */
    List<String> endAll(String accountId, Instant openedBefore);
}
