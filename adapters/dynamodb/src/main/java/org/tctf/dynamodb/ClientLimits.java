package org.tctf.dynamodb;

import java.time.Duration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;

/** How the client has to be configured for the promises of this package to hold; whoever builds it takes this. */
public final class ClientLimits {
    /** For one answer. Most come within 10 ms; a transaction of 4 MB may take some hundred. */
    public static final Duration ANSWER = Duration.ofMillis(1500);

    private ClientLimits() {}

    /**
     * The client asks once: this package knows which calls may be repeated and how long there is time, and its pauses
     * begin at 20 ms where the SDK's for throttling begin at a second.
     */
    public static ClientOverrideConfiguration forDynamo() {
        return ClientOverrideConfiguration.builder()
                .apiCallAttemptTimeout(ANSWER)
                .retryStrategy(AwsRetryStrategy.doNotRetry())
                .build();
    }
}
