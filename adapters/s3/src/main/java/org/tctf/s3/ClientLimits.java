package org.tctf.s3;

import java.time.Duration;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.retry.RetryMode;

/** How the client has to be configured for this package's promises to hold; whoever builds it takes this. */
public final class ClientLimits {
    /** For an answer to begin; most do within 100 ms. */
    static final Duration ANSWER = Duration.ofSeconds(2);

    /** For all attempts together: the SDK asks up to three times, with growing pauses. */
    static final Duration PATIENCE = Duration.ofSeconds(7);

    /** What a function sends at least in a second while nothing is wrong; S3 takes some tens of millions, a test far less. */
    private static final long BYTES_A_SECOND = 1_000_000;

    private ClientLimits() {}

    public static ClientOverrideConfiguration standard() {
        return ClientOverrideConfiguration.builder()
                .retryStrategy(RetryMode.STANDARD)
                .apiCallAttemptTimeout(ANSWER)
                .apiCallTimeout(PATIENCE)
                .build();
    }

    /** What so many bytes take on their way, on top of the limits for an answer. */
    static Duration toSend(long bytes) {
        return Duration.ofSeconds(bytes / BYTES_A_SECOND);
    }
}
