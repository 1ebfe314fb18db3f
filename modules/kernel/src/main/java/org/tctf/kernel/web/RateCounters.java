package org.tctf.kernel.web;

import java.time.Duration;
import java.time.Instant;

/**
 * Port: counts requests in fixed windows, each of which begins with a bucket's first request.
 *
 * <p>Why not a sliding window or a token bucket: "5 in an hour" is then what a person expects, 5 and no sixth until the
 * hour is over, and the state is one number and one time, which a single conditional write of DynamoDB can keep. The
 * price is that 10 can pass around the seam of two windows.
 */
public interface RateCounters {

    /**
     * Where a bucket stands.
     *
     * @param isAllowed whether the request fits
     * @param remaining requests that still fit into the window
     * @param resetsIn until the window ends
     */
    record Standing(boolean isAllowed, int remaining, Duration resetsIn) {}

    /** Counts one request, if it fits. */
    Standing count(String bucket, Quota quota, Instant now);
}
