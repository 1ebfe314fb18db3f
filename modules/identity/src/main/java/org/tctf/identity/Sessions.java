package org.tctf.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Sessions: at most {@value #MAX} for an account, 30 days each, a week without being refreshed. {@link SignIns} opens them.
 */
public interface Sessions {
    /** A sixth evicts the oldest, in the same transaction. */
    int MAX = 5;

    /** Absolute: refreshing does not prolong it, as with Cognito's rotated tokens. */
    Duration LIFE = Duration.ofDays(30);

    /** A session that is not refreshed for so long has ended. */
    Duration IDLE = Duration.ofDays(7);

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
     * Somebody who is signed in has proved who they are again: new tokens say so, and all that their session had before
     * are worth nothing, here at once and everywhere within ten seconds.
     *
     * @param proof what they proved; with a second factor the strongest
     * @return the session's tokens from now on; empty when it has ended
     */
    Optional<Tokens> prove(String accountId, String sessionId, Proof proof);

    /**
     * A factor was made and proved in this session: from its next refresh on, its tokens bear the roles that take one.
     * Nothing happens to a session that has ended.
     */
    void strengthen(String accountId, String sessionId, Proof proof);

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

    /**
     * Ends everybody's, but those in which a credential is proved after a moment: no refresh and no access token of theirs is
     * taken any more, here at once and everywhere within ten seconds. Programs with a service key have no session and go on.
     * Doing it again, or for an earlier moment, changes nothing.
     *
     * @param upTo rounded up to the end of its second, which is all that an access token says of a proof
     */
    void endEverybodys(Instant upTo);

    /**
     * Before when a credential must not have been proved last, for a session to live: {@link Instant#EPOCH} when everybody's
     * were never ended.
     */
    Instant everybodysEnd();
}
