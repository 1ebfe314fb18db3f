package org.tctf.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.tctf.http.KeptRequest.State;
import org.tctf.kernel.Problem;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.CommitMark;
import org.tctf.kernel.table.Condition;
import org.tctf.kernel.table.ConditionFailed;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.Write;

/** The requests with idempotency keys that one service's table keeps. */
final class KeptRequests {
    private static final int ATTEMPTS = 5;
    private static final Duration TRY_AGAIN = Duration.ofSeconds(1);

    private final ServiceTable table;
    private final InstantSource clock;

    KeptRequests(ServiceTable table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
    }

    /**
     * Takes the request on, or finds it done.
     *
     * @param mine what is kept if it is new
     * @return {@code mine} when the caller is to do it now, or the request as it was done
     * @throws Problem {@code IDEMPOTENCY_KEY_REUSED}, {@code REQUEST_IN_PROGRESS}, {@code REQUEST_OUTCOME_UNKNOWN}
     */
    KeptRequest claim(Key key, KeptRequest mine) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                // New keys are the rule, so the write comes first and the read only when it fails.
                table.commit(Change.none().put(row(key, mine), Condition.absent()));
                return mine;
            } catch (ConditionFailed isThere) {
                Optional<KeptRequest> theirs = table.get(key, KeptRequest.class);
                if (theirs.isPresent() && !isFree(theirs.get(), mine)) {
                    return theirs.get();
                }
                if (theirs.isPresent() && takeOver(key, theirs.get(), mine)) {
                    return mine;
                }
            }
        }
        throw inProgress();
    }

    /** Rides in the handler's first commit: it has taken effect, and only if this attempt still owns the request. */
    CommitMark mark(Key key, KeptRequest mine) {
        return CommitMark.ofFirstCommit(
                table.service(),
                now -> Change.none()
                        .write(new Write.Update(
                                key, Map.of("state", State.COMMITTED.name()), Map.of(), owned(mine, State.RUNNING))));
    }

    /** @throws Problem {@code REQUEST_IN_PROGRESS} when somebody else has taken the request over meanwhile */
    void finish(Key key, KeptRequest mine, KeptRequest finished) {
        ifStillOwned(Change.none().put(row(key, finished), Condition.equal("owner", mine.owner())));
    }

    /** It did not happen: the key is free again. */
    void forget(Key key, KeptRequest mine) {
        ifStillOwned(Change.none().delete(key, Condition.equal("owner", mine.owner())));
    }

    static Problem inProgress() {
        return Problem.conflict(
                        "REQUEST_IN_PROGRESS", "The first request with this key is still being done; ask again soon.")
                .retryAfter(TRY_AGAIN);
    }

    /** @return whether the key may be taken from them */
    private boolean isFree(KeptRequest theirs, KeptRequest mine) {
        Instant now = clock.instant();
        if (theirs.isOver(now)) {
            return true;
        }
        if (!theirs.fingerprint().equals(mine.fingerprint())) {
            throw Problem.of(
                    Problem.Kind.UNPROCESSABLE,
                    "IDEMPOTENCY_KEY_REUSED",
                    "This key was used for another request; take a new key for each new request.");
        }
        if (theirs.isRunning(now)) {
            throw inProgress();
        }
        return switch (theirs.state()) {
            case DONE -> false;
            case RUNNING -> true;
            case COMMITTED ->
                throw Problem.conflict(
                        "REQUEST_OUTCOME_UNKNOWN",
                        "The first request with this key took effect, but its answer was lost; read the resource to see it.");
        };
    }

    private boolean takeOver(Key key, KeptRequest theirs, KeptRequest mine) {
        try {
            table.commit(Change.none().put(row(key, mine), owned(theirs, theirs.state())));
            return true;
        } catch (ConditionFailed otherWasFaster) {
            return false;
        }
    }

    private void ifStillOwned(Change change) {
        try {
            table.commit(change);
        } catch (ConditionFailed takenOver) {
            throw inProgress();
        }
    }

    private static Condition owned(KeptRequest request, State state) {
        return Condition.equal("owner", request.owner()).and(Condition.equal("state", state.name()));
    }

    private static Row row(Key key, KeptRequest request) {
        return Row.of(key, request).expires(request.keptUntil());
    }
}
