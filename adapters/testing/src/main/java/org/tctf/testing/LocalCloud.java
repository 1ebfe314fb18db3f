package org.tctf.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tctf.blueprint.MailEvent;
import org.tctf.blueprint.Routing;
import org.tctf.blueprint.Stage;
import org.tctf.blueprint.TableShape;
import org.tctf.blueprint.Variable;
import org.tctf.builtinidentity.AccessTokens;
import org.tctf.builtinidentity.ProviderTable;
import org.tctf.endusermessaging.EndUserMessaging;
import org.tctf.functionclock.FileClock;
import org.tctf.identity.IdentityProvider;
import org.tctf.json.JacksonCodec;
import org.tctf.kernel.crypto.Encryption;
import org.tctf.kernel.delivery.DeliveryReport;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventBus;
import org.tctf.kernel.export.Exporters;
import org.tctf.kernel.phone.Medium;
import org.tctf.kernel.phone.PhoneMessage;
import org.tctf.kernel.service.Service;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.service.Socket;
import org.tctf.kernel.table.ServiceTables;
import org.tctf.localaws.FakeAppConfig;
import org.tctf.localaws.FakeAws;
import org.tctf.localaws.FakeCognito;
import org.tctf.localaws.FakeEndUserMessaging;
import org.tctf.localaws.FakeKms;
import org.tctf.localaws.FakeSecrets;
import org.tctf.localaws.FakeSes;
import org.tctf.localaws.FakeSockets;
import org.tctf.localaws.FakeSqs;
import org.tctf.localaws.LocalBus;
import org.tctf.localaws.LocalDynamo;
import org.tctf.localaws.LocalS3;
import org.tctf.localaws.LocalTables;
import org.tctf.mail.ReceivedMail;
import org.tctf.ses.SesTransport;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * A stage of the platform on this machine, with one packaged service: what its stacks would make, of DynamoDB Local and of
 * stand-ins that speak AWS's protocols. One for all tests of this JVM.
 */
public final class LocalCloud implements AutoCloseable {
    private static final Instant START = Instant.parse("2026-11-20T09:00:00Z");
    private static final String PUBLIC_URL = "http://127.0.0.1:8080";
    /** As the stack has Secrets Manager make one: 64 characters. */
    private static final String RANDOM_TEXT = "0123456789abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnopqr";

    private static final String PHONE_POOL = "arn:aws:sms-voice:us-east-1:000000000000:pool/pool-test";
    private static final String SENDER_DOMAIN = "tctf.example";
    /** Ids as AppConfig makes them. */
    private static final String FLAGS = "a1b2c3d/e4f5a6b/c7d8e9f";

    private static final String BUCKET = "tctf-test-objects";
    private static final Region REGION = Region.US_EAST_1;

    private static @Nullable LocalCloud shared;

    private final Stage stage = new Stage("test");
    private final ServiceDefinition service;
    private final Path clockFile;
    private final MutableClock clock;
    private final LocalDynamo dynamo = LocalDynamo.shared();
    private final FakeAws aws = FakeAws.start();
    private final FakeSqs queues;
    private final LocalBus local;
    private final FakeAppConfig appConfig;
    private final Package unpacked = Package.unpacked(jarOf(FileClock.class));
    private final Map<Boolean, Functions> functions = new HashMap<>();
    private final JacksonCodec codec = new JacksonCodec();
    private TwinsBeside twins;
    private final FakeSes ses;
    private final SentMails mails;
    private final FakeEndUserMessaging messaging;
    private final PhonedMessages phoned;
    private final FakeSockets sockets;
    private @Nullable EventSource events;
    private int forgottenFacts;

    private LocalCloud(ServiceDefinition service) {
        this.service = service;
        clockFile = file();
        clock = new MutableClock(START, this::write);
        queues = FakeSqs.in(aws, clock);
        local = LocalBus.in(aws, queues, clock).wire(stage, List.of(service));
        LocalTables tables = new LocalTables(dynamo.client());
        tables.create(stage, service);
        tables.create(stage, ProviderTable.DEFINITION);
        tables.createGuards(stage);
        ses = FakeSes.on(aws, clock);
        ses.verify(SENDER_DOMAIN);
        service.deliveryReports()
                .ifPresent(_ -> ses.createConfigurationSet(
                        stage.sender(service),
                        MailEvent.of(service).stream().map(MailEvent::eventType).collect(Collectors.toSet()),
                        event -> local.events().publish(Routing.ACCOUNTS_BUS, event)));
        mails = new SentMails(ses);
        messaging = FakeEndUserMessaging.on(aws, clock, event -> local.events().publish(Routing.ACCOUNTS_BUS, event));
        messaging.own(PHONE_POOL);
        phoned = new PhonedMessages(messaging);
        FakeCognito.on(aws, clock);
        appConfig = FakeAppConfig.on(aws, clock);
        FakeKms.on(aws).createKey(stage.sealingKey());
        FakeSecrets secrets = FakeSecrets.on(aws, clock);
        service.secrets().forEach(name -> secrets.create(stage.secret(service, name), RANDOM_TEXT + name));
        if (!service.objects().isEmpty()) {
            LocalS3.shared().bucket(BUCKET);
        }
        sockets = new FakeSockets(
                service.socket() == null
                        ? Set.of()
                        : service.socket().actions().stream()
                                .map(Socket.Action::name)
                                .collect(Collectors.toSet()),
                event -> {
                    throw new IllegalStateException("no function yet");
                });
        twins = twins();
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /** What the functions see as {@code LAMBDA_TASK_ROOT}: the package with the layer under it. */
    public Path taskRoot() {
        return unpacked.taskRoot();
    }

    /** Where the functions' stand-ins for AWS answer. */
    public FakeAws aws() {
        return aws;
    }

    static synchronized LocalCloud shared() {
        if (shared == null) {
            shared = new LocalCloud(Service.all().getFirst().definition());
        }
        return shared;
    }

    /** Starts one with this service, for measurements; {@value Package#ZIP} and {@value Package#LAYER} say what is run. */
    public static LocalCloud with(ServiceDefinition service) {
        return new LocalCloud(service);
    }

    public ServiceDefinition service() {
        return service;
    }

    public MutableClock clock() {
        return clock;
    }

    /** The functions, one process each for all tests of this JVM. */
    Functions functions(boolean isRateLimited) {
        return functions.computeIfAbsent(
                isRateLimited, limited -> new Functions(service, unpacked, environment(limited)));
    }

    /** The one event source of the service, which feeds these functions from now on. */
    EventSource events(Functions fed) {
        if (events == null) {
            events = new EventSource(stage, service, fed, dynamo.client(), streams(), queues);
        } else {
            events.feed(fed);
        }
        return events;
    }

    /** Begins anew: no items but the signing keys, which the running functions know; no objects; no messages; the first day's morning. */
    void empty() {
        if (clock.instant().isAfter(START)) {
            goBack();
        }
        for (String table : List.of(stage.table(service), stage.table(ProviderTable.DEFINITION), stage.guards())) {
            empty(table);
        }
        queues.clear();
        if (!service.objects().isEmpty()) {
            LocalS3.shared().bucket(BUCKET);
        }
        mails.forget();
        phoned.forget();
        appConfig.clear();
        forgottenFacts = archive().size();
    }

    /** Who remembers up to when everybody's sessions have ended would take it for what is still to come. */
    private void goBack() {
        clock.set(START);
        if (twins.identity().sessions().everybodysEnd().isAfter(Instant.EPOCH)) {
            functions.values().forEach(Functions::close);
            twins = twins();
        }
    }

    private TwinsBeside twins() {
        return new TwinsBeside(stage, aws, dynamo.client(), clock, PUBLIC_URL);
    }

    /** Deploys this flag, and no other, to the service. */
    void turn(String flag, boolean isOn) {
        appConfig.deploy(FLAGS, "{\"%s\":{\"enabled\":%s}}".formatted(flag, isOn));
    }

    /** The service's WebSocket API, whether it has one or not. */
    FakeSockets sockets() {
        return sockets;
    }

    /** Everything that has been published since {@link #empty()}, in order. */
    List<Envelope> facts() {
        return archive().stream()
                .skip(forgottenFacts)
                .map(event -> codec.fromJson(event.path("detail").toString(), Envelope.class))
                .toList();
    }

    /** Everything that was sent since {@link #empty()}, each mail once, in order. */
    List<ReceivedMail> mails() {
        return mails.all();
    }

    /** SES says this of a mail that it took, where the configuration set asks for it. */
    void reports(String mailId, DeliveryReport.Fate fate) {
        switch (fate) {
            case UNDELIVERED -> ses.bounces(SesTransport.TAG, mailId, "Transient");
            case DELIVERED -> ses.delivers(SesTransport.TAG, mailId);
            case BOUNCED -> ses.bounces(SesTransport.TAG, mailId, "Permanent");
            case COMPLAINED -> ses.complains(SesTransport.TAG, mailId, "abuse");
        }
    }

    /** End User Messaging says this of a message that it took. */
    void reports(PhoneMessage message, DeliveryReport.Fate fate) {
        boolean isCall = message.medium() == Medium.CALL;
        String eventType = switch (fate) {
            case UNDELIVERED -> isCall ? "VOICE_NO_ANSWER" : "TEXT_UNREACHABLE";
            case DELIVERED -> isCall ? "VOICE_COMPLETED" : "TEXT_DELIVERED";
            case BOUNCED, COMPLAINED -> {
                if (isCall || fate == DeliveryReport.Fate.COMPLAINED) {
                    throw new IllegalArgumentException("AWS never says of a %s: %s".formatted(message.medium(), fate));
                }
                yield "TEXT_CARRIER_BLOCKED";
            }
        };
        messaging.ends(EndUserMessaging.CONTEXT, message.id(), eventType);
    }

    /** Every text message and call since {@link #empty()}, in order. */
    List<PhoneMessage> phoned() {
        return phoned.all();
    }

    /** The tables of the stage, past the functions. */
    public ServiceTables tables() {
        return twins.tables();
    }

    public AccessTokens tokens() {
        return twins.tokens();
    }

    IdentityProvider identity() {
        return twins.identity();
    }

    Encryption encryption() {
        return twins.encryption();
    }

    EventBus bus() {
        return twins.bus();
    }

    /** What the stack sets, and where AWS is. */
    public Map<String, String> environment(boolean isRateLimited) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("AWS_REGION", REGION.id());
        environment.put("AWS_ACCESS_KEY_ID", "local");
        environment.put("AWS_SECRET_ACCESS_KEY", "local");
        environment.put("AWS_ENDPOINT_URL", aws.endpoint().toString());
        environment.put("AWS_ENDPOINT_URL_DYNAMODB", dynamo.endpoint().toString());
        environment.put(Variable.TCTF_STAGE.name(), stage.name());
        environment.put(Variable.TCTF_PUBLIC_URL.name(), PUBLIC_URL);
        environment.put(Variable.TCTF_MAIL_FROM.name(), "TCTF <no-reply@%s>".formatted(SENDER_DOMAIN));
        environment.put(Variable.TCTF_PHONE_ORIGIN.name(), PHONE_POOL);
        environment.put(Variable.TCTF_USER_POOL_ID.name(), FakeCognito.POOL);
        environment.put(Variable.TCTF_USER_POOL_CLIENT_ID.name(), FakeCognito.CLIENT);
        environment.put(Variable.TCTF_APPCONFIG.name(), FLAGS);
        if (!service.objects().isEmpty()) {
            environment.put("AWS_ENDPOINT_URL_S3", LocalS3.shared().endpoint().toString());
            environment.put(Variable.TCTF_BUCKET.name(), BUCKET);
        }
        environment.put(
                Variable.TCTF_EXPORTERS.name(),
                String.join(
                        ",",
                        Exporters.among(Service.all().stream()
                                        .map(Service::definition)
                                        .toList())
                                .names()));
        environment.put(Variable.TCTF_SOCKET_URL.name(), sockets.address().toString());
        environment.put(FileClock.VARIABLE, clockFile.toString());
        environment.put(Variable.TCTF_FIRST_ADMIN.name(), Platform.FIRST_ADMIN.value());
        environment.put("TCTF_TEST_RATE_LIMITS", isRateLimited ? "on" : "off");
        return environment;
    }

    private List<JsonNode> archive() {
        return local.events().archive(stage.bus());
    }

    private DynamoDbStreamsClient streams() {
        return DynamoDbStreamsClient.builder()
                .endpointOverride(dynamo.endpoint())
                .region(REGION)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    private void empty(String table) {
        DynamoDbClient client = dynamo.client();
        List<String> parts =
                table.equals(stage.guards()) ? List.of(TableShape.PK) : List.of(TableShape.PK, TableShape.SK);
        client.scanPaginator(scan -> scan.tableName(table)).items().forEach(item -> {
            Map<String, AttributeValue> key = new HashMap<>(item);
            key.keySet().retainAll(parts);
            if (!key.containsValue(AttributeValue.fromS("KEYS"))) {
                client.deleteItem(delete -> delete.tableName(table).key(key));
            }
        });
    }

    @Override
    public void close() {
        if (events != null) {
            events.close();
        }
        functions.values().forEach(Functions::close);
        unpacked.close();
        sockets.close();
        aws.close();
    }

    private static Path file() {
        try {
            Path file = Files.createTempFile("tctf-clock", ".txt");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException noFolder) {
            throw new UncheckedIOException(noFolder);
        }
    }

    /** Moved into place, so that no function reads half a time. */
    private void write(Instant now) {
        try {
            Path next = clockFile.resolveSibling(clockFile.getFileName() + ".next");
            Files.writeString(next, now.toString());
            Files.move(next, clockFile, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException noFile) {
            throw new UncheckedIOException(noFile);
        }
    }

    private static Path jarOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
