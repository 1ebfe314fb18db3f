package org.tctf.localaws;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Something that has queues: {@link FakeSqs}, or another stand-in for SQS. */
public interface Queues {

    /**
     * How a queue treats what is received.
     *
     * @param visibility how long a received message stays hidden
     * @param deadLetters name of the queue that takes what was received too often; absent for none
     * @param maxReceives how often is not yet too often
     */
    record Settings(Duration visibility, @Nullable String deadLetters, int maxReceives) {
        /** SQS's defaults. */
        public static final Settings PLAIN = new Settings(Duration.ofSeconds(30), null, 1);
    }

    void create(String queue, Settings settings);

    /** @throws AwsFault when there is no such queue, or it cannot take this text */
    void send(String queue, String body);
}
