package org.tctf.ses;

import java.time.Duration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;

/** How the client of SES has to be configured for {@link SesTransport}'s promises to hold. */
public final class ClientLimits {
    /** For one mail: well below the ten seconds after which a sender goes to the next provider. */
    static final Duration ANSWER = Duration.ofSeconds(7);

    private ClientLimits() {}

    /** It asks once: the sender decides whether to try again or elsewhere, and a lost answer may be a sent mail. */
    public static ClientOverrideConfiguration standard() {
        return ClientOverrideConfiguration.builder()
                .retryStrategy(AwsRetryStrategy.doNotRetry())
                .apiCallTimeout(ANSWER)
                .build();
    }
}
