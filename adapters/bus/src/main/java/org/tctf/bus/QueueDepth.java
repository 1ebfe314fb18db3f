package org.tctf.bus;

import java.time.Duration;

/**
 * What lies in a queue now.
 *
 * @param service whose queue it is
 * @param ready waits for a worker
 * @param delayed waits for its time: a first delivery put off, or a retry
 * @param inFlight is being delivered
 * @param dead lies in the dead letters
 * @param oldest how long the oldest message that is not dead has been here; zero for an empty queue
 */
public record QueueDepth(
        String service, String queue, int ready, int delayed, int inFlight, long dead, Duration oldest) {}
