package org.tctf.kernel.progress;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Port that a service may implement: its long work, newest first, and how far each is. */
@FunctionalInterface
public interface UnderWay {

    /** At most some dozens; also what has ended lately. */
    List<Work> now();

    /**
     * One piece of long work.
     *
     * @param service whose it is
     * @param what a name that people gave it
     * @param state UPPER_SNAKE
     * @param isMoving whether it goes on by itself right now
     * @param done of the total; both are counted, not estimated
     * @param parts further numbers, in their order
     * @param perSecond measured; absent when nothing moved
     * @param remaining absent when it cannot be said
     */
    record Work(
            String service,
            String what,
            String state,
            boolean isMoving,
            long done,
            long total,
            Map<String, Long> parts,
            @Nullable Double perSecond,
            @Nullable Duration remaining) {}
}
