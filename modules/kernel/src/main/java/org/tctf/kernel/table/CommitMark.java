package org.tctf.kernel.table;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.tctf.kernel.service.ServiceDefinition;

/**
 * A mark that rides in a commit: "this delivery is done", "this request took effect". Bound by whoever starts the work;
 * the first commit of the service's table below it carries the mark, or fails with it.
 *
 * <p>Why it rides along: a mark written before the effect forgets the effect at a crash in between, one written after it
 * does the effect twice. In one transaction there is no in between.
 */
public final class CommitMark {
    private static final ScopedValue<CommitMark> CURRENT = ScopedValue.newInstance();

    private final ServiceDefinition service;
    private final Function<Instant, Change> mark;
    private final boolean isExclusive;
    private boolean isSpent;

    private CommitMark(ServiceDefinition service, Function<Instant, Change> mark, boolean isExclusive) {
        this.service = service;
        this.mark = mark;
        this.isExclusive = isExclusive;
    }

    /** The one commit of the work: a second is a mistake, since a crash between the two would lose the second. */
    public static CommitMark ofOnlyCommit(ServiceDefinition service, Function<Instant, Change> mark) {
        return new CommitMark(service, mark, true);
    }

    /** The first of perhaps several commits of the work. */
    public static CommitMark ofFirstCommit(ServiceDefinition service, Function<Instant, Change> mark) {
        return new CommitMark(service, mark, false);
    }

    /** Does the work whose commit carries this mark. */
    public <T, X extends Throwable> T call(ScopedValue.CallableOp<? extends T, X> work) throws X {
        return ScopedValue.where(CURRENT, this).call(work);
    }

    /** Whether a commit has carried it. */
    public boolean isSpent() {
        return isSpent;
    }

    /**
     * @throws IllegalStateException when the work's only commit has been made already
     */
    static Optional<Change> take(ServiceDefinition service, Instant now) {
        if (!CURRENT.isBound() || !CURRENT.get().service.equals(service)) {
            return Optional.empty();
        }
        CommitMark current = CURRENT.get();
        if (current.isSpent) {
            if (current.isExclusive) {
                throw new IllegalStateException(
                        "%s committed twice in one delivery: join the changes, or enqueue the second"
                                .formatted(service.name()));
            }
            return Optional.empty();
        }
        current.isSpent = true;
        return Optional.of(current.mark.apply(now));
    }

    /** The commit did not happen: the work may try again. */
    static void giveBack(ServiceDefinition service) {
        if (CURRENT.isBound() && CURRENT.get().service.equals(service)) {
            CURRENT.get().isSpent = false;
        }
    }
}
