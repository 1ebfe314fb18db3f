package org.tctf.lambda;

import io.micronaut.context.BeanContext;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Secondary;
import io.opentelemetry.api.OpenTelemetry;
import jakarta.inject.Singleton;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tctf.apigatewaysocket.ApiGatewaySockets;
import org.tctf.appconfig.AppConfigFlags;
import org.tctf.appconfig.FlagProfile;
import org.tctf.blueprint.Provider;
import org.tctf.blueprint.Routing;
import org.tctf.blueprint.Stage;
import org.tctf.blueprint.Variable;
import org.tctf.builtinidentity.AccessTokenVerifier;
import org.tctf.builtinidentity.TokenTerms;
import org.tctf.cognito.CognitoIdentity;
import org.tctf.cognito.UserPool;
import org.tctf.dynamodb.DynamoBreakerStates;
import org.tctf.dynamodb.DynamoOutbox;
import org.tctf.dynamodb.DynamoRateCounters;
import org.tctf.dynamodb.DynamoTables;
import org.tctf.endusermessaging.EndUserMessaging;
import org.tctf.eventbridge.AutomaticRedrive;
import org.tctf.eventbridge.EventBridgeBus;
import org.tctf.eventbridge.QueueWorker;
import org.tctf.eventbridge.Relay;
import org.tctf.eventbridge.StageQueues;
import org.tctf.eventbridge.WorkerOptions;
import org.tctf.flags.PolledFlags;
import org.tctf.identity.TokenVerifier;
import org.tctf.json.JacksonCodec;
import org.tctf.json.JsonEventSchemas;
import org.tctf.kernel.Ids;
import org.tctf.kernel.breaker.BreakerStates;
import org.tctf.kernel.crypto.Encryption;
import org.tctf.kernel.crypto.Secrets;
import org.tctf.kernel.event.Deliveries;
import org.tctf.kernel.event.RetryPolicy;
import org.tctf.kernel.export.Exporters;
import org.tctf.kernel.mail.MailTransports;
import org.tctf.kernel.phone.PhoneTransport;
import org.tctf.kernel.phone.PhoneTransports;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.socket.OpenedSockets;
import org.tctf.kernel.socket.RealtimeGateway;
import org.tctf.kernel.socket.ServiceSockets;
import org.tctf.kernel.socket.SessionEnds;
import org.tctf.kernel.socket.SocketAddress;
import org.tctf.kernel.table.Cursors;
import org.tctf.kernel.table.OpenedTables;
import org.tctf.kernel.table.ServiceTables;
import org.tctf.kms.KmsEncryption;
import org.tctf.kms.ManagedSecrets;
import org.tctf.kms.SecretRotation;
import org.tctf.s3.S3Objects;
import org.tctf.ses.SesTransport;
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

/** The distributed twin of every port. What is {@code @Secondary} gives way to what a test hands in. */
@Factory
final class AwsBeans {

    @Singleton
    Stage stage(Surroundings surroundings) {
        return surroundings.stage();
    }

    @Singleton
    @Secondary
    RetryPolicy retries() {
        return RetryPolicy.DEFAULT;
    }

    @Singleton
    ManagedSecrets secrets(SecretsManagerClient client, Stage stage, ServiceDefinition service, InstantSource clock) {
        return new ManagedSecrets(client, stage, service, clock);
    }

    @Singleton
    SecretRotation rotation(SecretsManagerClient client, SecureRandom random) {
        return new SecretRotation(client, random);
    }

    @Singleton
    KmsEncryption encryption(KmsClient kms, Stage stage, InstantSource clock, SecureRandom random) {
        return new KmsEncryption(kms, stage.sealingKey(), clock, random);
    }

    @Singleton
    Cursors cursors(Secrets secrets, SecureRandom random) {
        return new Cursors(secrets, random);
    }

    @Singleton
    DynamoTables dynamoTables(DynamoDbClient dynamo, Stage stage) {
        return new DynamoTables(dynamo, stage);
    }

    @Singleton
    @Secondary
    ServiceTables tables(
            DynamoTables dynamo,
            JacksonCodec codec,
            JsonEventSchemas schemas,
            Cursors cursors,
            InstantSource clock,
            Ids ids) {
        return new OpenedTables(dynamo::of, codec, schemas, cursors, clock, ids);
    }

    /** Shared by all functions of the stage; a process of its own would let each caller through once for every process. */
    @Singleton
    DynamoRateCounters rateCounters(DynamoDbClient dynamo, Stage stage) {
        return new DynamoRateCounters(dynamo, stage);
    }

    @Singleton
    BreakerStates breakers(DynamoDbClient dynamo, Stage stage) {
        return new DynamoBreakerStates(dynamo, stage);
    }

    @Singleton
    MailTransports mail(SesV2Client ses, Surroundings surroundings, ServiceDefinition service, InstantSource clock) {
        String configurationSet =
                service.deliveryReports().isPresent() ? surroundings.stage().sender(service) : null;
        return new MailTransports(
                List.of(new SesTransport(ses, surroundings.value(Variable.TCTF_MAIL_FROM), configurationSet, clock)));
    }

    @Singleton
    PhoneTransports phone(PinpointSmsVoiceV2Client client, Surroundings surroundings, ServiceDefinition service) {
        Map<String, String> context =
                Map.of(Routing.SENDER_CONTEXT, surroundings.stage().sender(service));
        return new PhoneTransports(surroundings.optional(Variable.TCTF_PHONE_ORIGIN).stream()
                .<PhoneTransport>map(origin -> new EndUserMessaging(client, origin, context))
                .toList());
    }

    /** Nobody where the service does not ask: then its stack says nothing of them. */
    @Singleton
    Exporters exporters(Surroundings surroundings) {
        return surroundings
                .optional(Variable.TCTF_EXPORTERS)
                .map(names -> new Exporters(Set.of(names.split(",", -1))))
                .orElseGet(() -> new Exporters(Set.of()));
    }

    @Singleton
    S3Objects objects(S3Client client, S3Presigner presigner, Surroundings surroundings) {
        return new S3Objects(client, presigner, surroundings.value(Variable.TCTF_BUCKET));
    }

    @Singleton
    TokenTerms terms(Surroundings surroundings) {
        return new TokenTerms(surroundings.publicUrl().toString(), "tctf");
    }

    @Singleton
    CognitoIdentity identity(
            CognitoIdentityProviderClient cognito,
            Surroundings surroundings,
            ServiceTables tables,
            Encryption encryption,
            InstantSource clock,
            Ids ids,
            SecureRandom random,
            TokenTerms terms) {
        UserPool pool = new UserPool(
                surroundings.value(Variable.TCTF_USER_POOL_ID), surroundings.value(Variable.TCTF_USER_POOL_CLIENT_ID));
        return new CognitoIdentity(cognito, pool, tables, encryption, clock, ids, random, terms);
    }

    /** A service that ends sessions refuses their tokens at once; the others hear of it. */
    @Singleton
    @Secondary
    TokenVerifier tokens(
            ServiceDefinition service,
            BeanProvider<CognitoIdentity> identity,
            ServiceTables tables,
            TokenTerms terms,
            InstantSource clock) {
        return service.providers().contains(Provider.IDENTITY)
                ? identity.get().verifier()
                : new AccessTokenVerifier(tables, terms, clock);
    }

    @Singleton
    SessionEnds sessions(TokenVerifier tokens) {
        return tokens::hasEnded;
    }

    @Singleton
    ApiGatewaySockets gateway(ApiGatewayManagementApiClient client) {
        return new ApiGatewaySockets(client);
    }

    /** The API has one socket, at its root. */
    @Singleton
    SocketAddress socketAddress(Surroundings surroundings) {
        return socket -> URI.create(surroundings.value(Variable.TCTF_SOCKET_URL));
    }

    @Singleton
    ServiceSockets serviceSockets(
            ServiceTables tables,
            RealtimeGateway gateway,
            SessionEnds sessions,
            SocketAddress address,
            JacksonCodec codec,
            InstantSource clock,
            SecureRandom random) {
        return new OpenedSockets(tables, gateway, sessions, address, codec, clock, random);
    }

    /** What a snapshot's process knows may be weeks old, and would be the same in all processes restored from it. */
    @Singleton
    Restorable keysAndSecrets(ManagedSecrets secrets, KmsEncryption encryption) {
        return () -> {
            secrets.refresh();
            encryption.refresh();
        };
    }

    /** Begins to ask as soon as something needs flags, so that the first use waits less. */
    @Singleton
    @Secondary
    PolledFlags flags(
            AppConfigDataClient client, Surroundings surroundings, ServiceDefinition service, InstantSource clock) {
        PolledFlags flags = AppConfigFlags.flags(
                client, FlagProfile.of(surroundings.value(Variable.TCTF_APPCONFIG)), service, clock);
        flags.renew();
        return flags;
    }

    /** Only where something has needed them: the other functions have no right to ask. */
    @Singleton
    Restorable flagsOfTheSnapshot(BeanContext beans) {
        return () -> beans.getActiveBeanRegistrations(PolledFlags.class)
                .forEach(flags -> flags.getBean().renew());
    }

    @Singleton
    DynamoOutbox outbox(DynamoTables dynamo, ServiceDefinition service) {
        return dynamo.outbox(service);
    }

    @Singleton
    StageQueues queues(Stage stage, SqsClient sqs) {
        return new StageQueues(stage, sqs);
    }

    @Singleton
    EventBridgeBus bus(EventBridgeClient events, StageQueues queues, JacksonCodec codec) {
        return new EventBridgeBus(events, queues, codec);
    }

    @Singleton
    Relay relay(EventBridgeBus bus, DynamoOutbox outbox) {
        return new Relay(bus, outbox::forget);
    }

    @Singleton
    AutomaticRedrive redrive(StageQueues queues, JacksonCodec codec, DynamoRateCounters counters, InstantSource clock) {
        return new AutomaticRedrive(queues, codec, counters, clock);
    }

    @Singleton
    QueueWorker worker(
            BeanContext beans,
            ServiceDefinition service,
            ServiceTables tables,
            JacksonCodec codec,
            StageQueues queues,
            RetryPolicy retries,
            OpenTelemetry telemetry) {
        return new QueueWorker(
                service,
                new Deliveries(tables.of(service), codec, beans::getBean),
                codec,
                queues,
                WorkerOptions.defaults().retrying(retries).tracedBy(telemetry));
    }
}
