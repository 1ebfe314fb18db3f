package org.tctf.apigatewaysocket;

import java.time.Duration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;

/** How the client of the management API has to be configured for {@link ApiGatewaySockets}' promises to hold. */
public final class ClientLimits {
    /** For one message: a member has ten devices, and an invocation tells several members. */
    static final Duration ANSWER = Duration.ofSeconds(3);

    private ClientLimits() {}

    /** It asks once: a client that is too slow is refused by the same answer as too many calls, and is not to be waited for. */
    public static ClientOverrideConfiguration standard() {
        return ClientOverrideConfiguration.builder()
                .retryStrategy(AwsRetryStrategy.doNotRetry())
                .apiCallTimeout(ANSWER)
                .build();
    }
}
