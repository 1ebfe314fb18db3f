package org.tctf.lambda;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Secondary;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import org.tctf.apigatewaysocket.ApiGatewaySockets;
import org.tctf.blueprint.Variable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.appconfigdata.AppConfigDataClient;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.pinpointsmsvoicev2.PinpointSmsVoiceV2Client;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The SDK's clients, each made when something needs it, on one HTTP client. Region and credentials are said, not searched
 * for: the SDK's own search reads profiles and asks metadata services at every cold start. Where AWS is can be set by the
 * SDK's own {@code AWS_ENDPOINT_URL} variables.
 */
@Factory
final class AwsClients {
    private static final Duration CONNECT = Duration.ofSeconds(2);

    /** Longer than any of the services takes to say that it will not answer. */
    private static final Duration ANSWER = Duration.ofSeconds(8);

    private static final ProfileFile NO_PROFILES = ProfileFile.builder()
            .content("")
            .type(ProfileFile.Type.CONFIGURATION)
            .build();

    private final Surroundings surroundings;

    AwsClients(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Singleton
    @Bean(preDestroy = "close")
    SdkHttpClient http() {
        return UrlConnectionHttpClient.builder()
                .connectionTimeout(CONNECT)
                .socketTimeout(ANSWER)
                .build();
    }

    /** A snapshot's process gets them from an endpoint, since variables would be the same in all restored from it. */
    @Singleton
    AwsCredentialsProvider credentials() {
        return surroundings.isSnapshot()
                ? ContainerCredentialsProvider.create()
                : EnvironmentVariableCredentialsProvider.create();
    }

    @Singleton
    @Secondary
    DynamoDbClient dynamo(SdkHttpClient http, AwsCredentialsProvider credentials) {
        return on(DynamoDbClient.builder(), http, credentials, org.tctf.dynamodb.ClientLimits.forDynamo())
                .build();
    }

    @Singleton
    @Secondary
    EventBridgeClient eventBridge(SdkHttpClient http, AwsCredentialsProvider credentials) {
        return on(EventBridgeClient.builder(), http, credentials).build();
    }

    @Singleton
    SqsClient sqs(SdkHttpClient http, AwsCredentialsProvider credentials) {
        return on(SqsClient.builder(), http, credentials).build();
    }

    @Singleton
    KmsClient kms(SdkHttpClient http, AwsCredentialsProvider credentials) {
        return on(KmsClient.builder(), http, credentials, org.tctf.kms.ClientLimits.standard())
                .build();
    }

    @Singleton
    SecretsManagerClient secretsManager(SdkHttpClient http, AwsCredentialsProvider credentials) {
        return on(SecretsManagerClient.builder(), http, credentials, org.tctf.kms.ClientLimits.standard())
                .build();
    }

    @Singleton
    SesV2Client ses(SdkHttpClient http, AwsCredentialsProvider credentials) {
        return on(SesV2Client.builder(), http, credentials, org.tctf.ses.ClientLimits.standard())
                .build();
    }

    @Singleton
    PinpointSmsVoiceV2Client phone(SdkHttpClient http, AwsCredentialsProvider credentials) {
        return on(
                        PinpointSmsVoiceV2Client.builder(),
                        http,
                        credentials,
                        org.tctf.endusermessaging.ClientLimits.standard())
                .build();
    }

    @Singleton
    S3Client s3(SdkHttpClient http, AwsCredentialsProvider credentials) {
        return on(S3Client.builder(), http, credentials, org.tctf.s3.ClientLimits.standard())
                .build();
    }

    /** Signs with the client's region and credentials, for where the client would go; it calls nobody. */
    @Singleton
    @Bean(preDestroy = "close")
    S3Presigner s3Presigner(S3Client client, AwsCredentialsProvider credentials) {
        S3Presigner.Builder builder = S3Presigner.builder()
                .s3Client(client)
                .region(Region.of(surroundings.region()))
                .credentialsProvider(credentials);
        client.serviceClientConfiguration().endpointOverride().ifPresent(builder::endpointOverride);
        return builder.build();
    }

    @Singleton
    CognitoIdentityProviderClient cognito(SdkHttpClient http, AwsCredentialsProvider credentials) {
        return on(CognitoIdentityProviderClient.builder(), http, credentials, org.tctf.cognito.ClientLimits.standard())
                .build();
    }

    @Singleton
    @Secondary
    AppConfigDataClient appConfig(SdkHttpClient http, AwsCredentialsProvider credentials) {
        return on(AppConfigDataClient.builder(), http, credentials, org.tctf.appconfig.ClientLimits.standard())
                .build();
    }

    @Singleton
    ApiGatewayManagementApiClient sockets(SdkHttpClient http, AwsCredentialsProvider credentials) {
        URI socket = URI.create(surroundings.value(Variable.TCTF_SOCKET_URL));
        return on(
                        ApiGatewayManagementApiClient.builder(),
                        http,
                        credentials,
                        org.tctf.apigatewaysocket.ClientLimits.standard())
                .endpointOverride(ApiGatewaySockets.management(socket))
                .build();
    }

    private <C, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> B on(
            B builder, SdkHttpClient http, AwsCredentialsProvider credentials) {
        return on(
                builder,
                http,
                credentials,
                ClientOverrideConfiguration.builder().build());
    }

    private <C, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> B on(
            B builder, SdkHttpClient http, AwsCredentialsProvider credentials, ClientOverrideConfiguration limits) {
        return builder.httpClient(http)
                .credentialsProvider(credentials)
                .region(Region.of(surroundings.region()))
                .overrideConfiguration(
                        limits.toBuilder().defaultProfileFile(NO_PROFILES).build());
    }
}
