package org.tctf.cognito;

import java.time.Duration;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.retry.RetryMode;

/** How the client of Cognito has to be configured for this package's promises to hold. */
public final class ClientLimits {
    /** For one answer; a password takes some 200 ms. */
    static final Duration ANSWER = Duration.ofSeconds(3);

    /** For up to three attempts together. A sign-up makes two such calls before API Gateway's 29 s are over. */
    static final Duration PATIENCE = Duration.ofSeconds(8);

    private ClientLimits() {}

    public static ClientOverrideConfiguration standard() {
        return ClientOverrideConfiguration.builder()
                .retryStrategy(RetryMode.STANDARD)
                .apiCallAttemptTimeout(ANSWER)
                .apiCallTimeout(PATIENCE)
                .build();
    }
}
