package org.tctf.kms;

import java.time.Duration;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.retry.RetryMode;

/** How the clients of KMS and Secrets Manager have to be configured for this package's promises to hold. */
public final class ClientLimits {
    /** For one answer; most come within 20 ms. */
    static final Duration ANSWER = Duration.ofMillis(1500);

    /** For all attempts together: the SDK asks up to three times, with growing pauses. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private ClientLimits() {}

    public static ClientOverrideConfiguration standard() {
        return ClientOverrideConfiguration.builder()
                .retryStrategy(RetryMode.STANDARD)
                .apiCallAttemptTimeout(ANSWER)
                .apiCallTimeout(PATIENCE)
                .build();
    }
}
