package org.tctf.app.simulation;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;

/** One thing that is under way: a request, a delivery or a run of a schedule. It goes on only when it is let. */
final class Activity {
    private final String name;
    private final Runnable work;
    private final Runnable whenOver;
    private final Semaphore turn = new Semaphore(0);
    private final Semaphore stopped;
    private final List<String> mailed = new CopyOnWriteArrayList<>();
    private final List<String> committed = new CopyOnWriteArrayList<>();
    private volatile String standsBefore = "its start";
    private volatile boolean hasMarked;
    private volatile boolean isStanding;
    private volatile boolean isOver;
    private volatile boolean isBegun;

    /**
     * @param whenOver called by the simulation itself, in its own thread
     * @param stopped is given a permit whenever this stands still again
     */
    Activity(String name, Runnable work, Runnable whenOver, Semaphore stopped) {
        this.name = name;
        this.work = work;
        this.whenOver = whenOver;
        this.stopped = stopped;
    }

    String name() {
        return name;
    }

    /** The write that it comes to next. */
    String standsBefore() {
        return standsBefore;
    }

    /** Whether it waits to be let go on, or is over. */
    boolean isStill() {
        return isStanding || isOver;
    }

    boolean isOver() {
        return isOver;
    }

    void conclude() {
        whenOver.run();
    }

    void mailed(String mailId) {
        mailed.add(mailId);
    }

    /** The mails that it has sent, by id. */
    List<String> mailed() {
        return mailed;
    }

    void committed(String service, boolean isMarked) {
        committed.add(service);
        hasMarked |= isMarked;
    }

    /** Whether a commit of it said that its delivery is done. */
    boolean hasMarked() {
        return hasMarked;
    }

    boolean hasCommitted(String service) {
        return committed.contains(service);
    }

    /** Goes on, in its own thread. */
    void goOn() {
        isStanding = false;
        if (isBegun) {
            turn.release();
            return;
        }
        isBegun = true;
        Thread.ofVirtual().name(name).start(() -> {
            try {
                work.run();
            } finally {
                isOver = true;
                stopped.release();
            }
        });
    }

    /** Called by whichever thread works for it: stands until it is let go on. */
    void stand(String before) {
        standsBefore = before;
        isStanding = true;
        stopped.release();
        turn.acquireUninterruptibly();
    }
}
