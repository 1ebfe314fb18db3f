package org.tctf.endusermessaging;

import java.time.Duration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;

/** How the client has to be configured for {@link EndUserMessaging}'s promises to hold. */
public final class ClientLimits {
    /** For one message: well below the ten seconds after which a sender goes to the next provider. */
    static final Duration ANSWER = Duration.ofSeconds(7);

    private ClientLimits() {}

    /** It asks once: the sender decides whether to try again or elsewhere, and a lost answer may be a sent message. */
    public static ClientOverrideConfiguration standard() {
        return ClientOverrideConfiguration.builder()
                .retryStrategy(AwsRetryStrategy.doNotRetry())
                .apiCallTimeout(ANSWER)
                .build();
    }
}
