package org.tctf.app.simulation;

import org.tctf.testing.Fuse.PowerCut;

/** All writes of one process: before each of them others may have their turn, and at each of them it can die. */
final class Writes {
    private final Turns turns;
    private volatile boolean isDead;
    private volatile boolean diesAfterNext;

    Writes(Turns turns) {
        this.turns = turns;
    }

    /** A write that stays, and whose answer the process may not live to see. */
    void write(String what, Runnable write) {
        requireLife();
        turns.stand(what);
        requireLife();
        write.run();
        if (diesAfterNext) {
            isDead = true;
        }
        requireLife();
    }

    /** A dead process reads nothing either. */
    void requireLife() {
        if (isDead) {
            throw new PowerCut();
        }
    }

    void die() {
        isDead = true;
    }

    void dieAfterNext() {
        diesAfterNext = true;
    }

    boolean isDead() {
        return isDead;
    }
}
