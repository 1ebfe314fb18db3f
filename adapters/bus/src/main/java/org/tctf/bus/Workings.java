package org.tctf.bus;

import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.tctf.kernel.Codec;
import org.tctf.kernel.event.RetryPolicy;
import org.tctf.telemetry.Traces;

/**
 * What all queues of a bus share.
 *
 * @param underWay how many messages are ready, in flight, or pause after a failure, and how many relays are behind; a
 *     message counts until whatever its delivery has raised counts, so that zero means that all is done
 */
record Workings(
        QueueRows rows,
        Ledger ledger,
        Codec codec,
        InstantSource clock,
        RetryPolicy retry,
        RandomGenerator random,
        Traces traces,
        Observers observers,
        ScheduledExecutorService timer,
        AtomicInteger underWay) {}
