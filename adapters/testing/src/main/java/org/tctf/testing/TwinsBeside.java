package org.tctf.testing;

import java.security.SecureRandom;
import java.time.InstantSource;
import javax.crypto.spec.SecretKeySpec;
import org.tctf.blueprint.Stage;
import org.tctf.builtinidentity.AccessTokens;
import org.tctf.builtinidentity.TokenTerms;
import org.tctf.cognito.CognitoIdentity;
import org.tctf.cognito.UserPool;
import org.tctf.dynamodb.DynamoTables;
import org.tctf.eventbridge.EventBridgeBus;
import org.tctf.eventbridge.StageQueues;
import org.tctf.identity.IdentityProvider;
import org.tctf.json.JacksonCodec;
import org.tctf.json.JsonEventSchemas;
import org.tctf.kernel.Ids;
import org.tctf.kernel.crypto.Encryption;
import org.tctf.kernel.event.EventBus;
import org.tctf.kernel.table.Cursors;
import org.tctf.kernel.table.OpenedTables;
import org.tctf.kms.KmsEncryption;
import org.tctf.localaws.FakeAws;
import org.tctf.localaws.FakeCognito;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What the other services of the stage would do: they issue tokens, encrypt, publish; and the world, which gets mail. */
final class TwinsBeside {
    private static final int KEY_BYTES = 32;
    private static final StaticCredentialsProvider ANYBODY =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));

    private final OpenedTables tables;
    private final CognitoIdentity identity;
    private final Encryption encryption;
    private final EventBridgeBus bus;

    TwinsBeside(Stage stage, FakeAws aws, DynamoDbClient dynamo, InstantSource clock, String issuer) {
        SecureRandom random = new SecureRandom();
        JacksonCodec codec = new JacksonCodec();
        Ids ids = Ids.v7(clock, random);
        encryption = new KmsEncryption(of(aws, KmsClient.builder()).build(), stage.sealingKey(), clock, random);
        tables = new OpenedTables(
                new DynamoTables(dynamo, stage)::of,
                codec,
                new JsonEventSchemas(),
                new Cursors(new SecretKeySpec(new byte[KEY_BYTES], "AES"), random),
                clock,
                ids);
        identity = new CognitoIdentity(
                of(aws, CognitoIdentityProviderClient.builder()).build(),
                new UserPool(FakeCognito.POOL, FakeCognito.CLIENT),
                tables,
                encryption,
                clock,
                ids,
                random,
                new TokenTerms(issuer, "tctf"));
        bus = new EventBridgeBus(
                of(aws, EventBridgeClient.builder()).build(),
                new StageQueues(stage, of(aws, SqsClient.builder()).build()),
                codec);
    }

    private static <C, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> B of(FakeAws aws, B builder) {
        return builder.endpointOverride(aws.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(ANYBODY)
                .httpClientBuilder(UrlConnectionHttpClient.builder());
    }

    OpenedTables tables() {
        return tables;
    }

    AccessTokens tokens() {
        return identity.accessTokens();
    }

    IdentityProvider identity() {
        return identity;
    }

    Encryption encryption() {
        return encryption;
    }

    EventBus bus() {
        return bus;
    }
}
