package org.tctf.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Sessions: at most {@value #MAX} for an account, 30 days each. {@link SignIns} opens them. */
public interface Sessions {
    /** A sixth evicts the oldest, in the same transaction. */
    int MAX = 5;

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

    /** Takes a refresh token and gives the next. */
    Refresh refresh(String refreshToken);

    /**
     * Somebody who is signed in has proved a credential again: their session's tokens say so from now on.
     *
     * @return an access token that says so; empty when the session has ended
     */
    Optional<AccessToken> prove(String accountId, String sessionId);

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
