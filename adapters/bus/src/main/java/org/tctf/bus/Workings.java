package org.tctf.bus;

import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import java.util.random.RandomGenerator;
import org.tctf.kernel.Codec;

/** What all queues of a bus share. */
record Workings(
        QueueRows rows,
        Ledger ledger,
        Codec codec,
        InstantSource clock,
        RetryPolicy retry,
        RandomGenerator random,
        Traces traces,
        Observers observers,
        ScheduledExecutorService timer) {}
