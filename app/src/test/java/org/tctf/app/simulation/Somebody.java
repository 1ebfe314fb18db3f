package org.tctf.app.simulation;

import org.jspecify.annotations.Nullable;
import org.tctf.testing.Answer;

/** Somebody who uses the platform, one thing after the other; who gets no answer asks the same again. */
abstract class Somebody {
    private final String name;
    private @Nullable Act unanswered;
    private boolean isBusy;

    Somebody(String name) {
        this.name = name;
    }

    /** What they would do next; nothing when there is nothing to do for them now. */
    abstract @Nullable Act next();

    final String name() {
        return name;
    }

    final boolean isBusy() {
        return isBusy;
    }

    /** What they have asked for and know nothing of. */
    final @Nullable Act unanswered() {
        return unanswered;
    }

    final void asks(Act act) {
        unanswered = act;
        isBusy = true;
    }

    final void getsNoAnswer() {
        isBusy = false;
    }

    final void getsAnswer(Answer answer) {
        isBusy = false;
        Act act = unanswered;
        if (act == null) {
            throw new IllegalStateException(name + " gets an answer to nothing");
        }
        if (!isToBeAskedAgain(answer)) {
            unanswered = null;
            act.then().accept(answer);
        }
    }

    private static boolean isToBeAskedAgain(Answer answer) {
        return answer.status() == 503
                || (answer.status() == 409
                        && (answer.body().contains("REQUEST_IN_PROGRESS")
                                || answer.body().contains("CONCURRENT_MODIFICATION")));
    }
}
