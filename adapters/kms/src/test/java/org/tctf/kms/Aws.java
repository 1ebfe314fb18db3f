package org.tctf.kms;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.tctf.localaws.FakeAws;
import org.tctf.localaws.FakeKms;
import org.tctf.localaws.FakeSecrets;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** KMS and Secrets Manager on the loopback address, with a clock that the test moves. */
final class Aws implements AutoCloseable {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-20T09:00:00Z"));
    final InstantSource clock = now::get;
    final FakeAws endpoint = FakeAws.start();
    final FakeKms keys = FakeKms.on(endpoint);
    final FakeSecrets secrets = FakeSecrets.on(endpoint, clock);
    final KmsClient kms = configured(KmsClient.builder(), ClientLimits.standard());
    final SecretsManagerClient secretsManager = configured(SecretsManagerClient.builder(), ClientLimits.standard());

    <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C configured(
            B builder, ClientOverrideConfiguration limits) {
        return builder.endpointOverride(endpoint.endpoint())
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(limits)
                .build();
    }

    void advance(Duration by) {
        now.updateAndGet(instant -> instant.plus(by));
    }

    @Override
    public void close() {
        kms.close();
        secretsManager.close();
        endpoint.close();
    }
}
