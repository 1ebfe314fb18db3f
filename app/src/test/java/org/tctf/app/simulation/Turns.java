package org.tctf.app.simulation;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tctf.usermessage.adapter.store.TableJournal;

/**
 * Only one activity goes on at a time, from one write to the next, so that their order is the seed's and not the machine's.
 * Whatever thread comes to a write works for the activity whose turn it is: the server answers requests in threads of its
 * own.
 */
final class Turns {
    private static final int PATIENCE_SECONDS = 30;

    private static final StackWalker WALKER = StackWalker.getInstance();

    private final Semaphore stopped = new Semaphore(0);
    private volatile @Nullable Activity onTurn;

    Activity activity(String name, Runnable work, Runnable whenOver) {
        return new Activity(name, work, whenOver, stopped);
    }

    /** Lets it go on to its next write, or to its end. */
    void letGoOn(Activity activity) {
        onTurn = activity;
        activity.goOn();
        try {
            if (!stopped.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException(
                        "%s neither ends nor comes to a write; it may wait for a lock that one of the others holds"
                                .formatted(activity.name()));
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
        if (!activity.isStill() || stopped.availablePermits() > 0) {
            throw new IllegalStateException("%s goes on beside another: it is %s, and %d more have stopped"
                    .formatted(activity.name(), activity.isStill() ? "still" : "moving", stopped.availablePermits()));
        }
        onTurn = null;
    }

    /** Whoever comes to a write stands here until it is their turn; the simulation itself never does. */
    void stand(String before) {
        Activity activity = onTurn;
        if (activity != null && !holdsALock()) {
            activity.stand(before);
        }
    }

    /**
     * Who holds a lock of the process goes on: whoever came to that lock would wait for a turn that is not theirs. So two
     * processes that write to one conversation at once are not simulated; ChatChaosTest and the journal's own tests do that.
     */
    private static boolean holdsALock() {
        return WALKER.walk(
                frames -> frames.anyMatch(frame -> frame.getClassName().equals(TableJournal.class.getName())));
    }

    /** The activity whose turn it is. */
    @Nullable
    Activity onTurn() {
        return onTurn;
    }

    /** The activity whose turn it is has changed this service's table; perhaps with the mark of a delivery that is done. */
    void committed(String service, boolean isMarked) {
        Activity activity = onTurn;
        if (activity != null) {
            activity.committed(service, isMarked);
        }
    }

    /** The activity whose turn it is has sent this mail. */
    void mailed(String mailId) {
        Activity activity = onTurn;
        if (activity != null) {
            activity.mailed(mailId);
        }
    }
}
