package org.tctf.appconfig;

import java.time.Duration;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.retry.RetryMode;

/** How AppConfig's client has to be configured for this package's promises to hold. */
public final class ClientLimits {
    /** For one answer; most come within 20 ms. */
    private static final Duration ANSWER = Duration.ofSeconds(2);

    /** For all attempts together. No use waits so long: what comes late is good for the next one. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private ClientLimits() {}

    public static ClientOverrideConfiguration standard() {
        return ClientOverrideConfiguration.builder()
                .retryStrategy(RetryMode.STANDARD)
                .apiCallAttemptTimeout(ANSWER)
                .apiCallTimeout(PATIENCE)
                .build();
    }
}
