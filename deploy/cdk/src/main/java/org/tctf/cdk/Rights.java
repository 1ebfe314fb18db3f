package org.tctf.cdk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tctf.blueprint.FunctionKind;
import org.tctf.blueprint.PlatformParameter;
import org.tctf.blueprint.Provider;
import org.tctf.blueprint.Stage;
import org.tctf.blueprint.TableShape;
import org.tctf.builtinidentity.AccessTokenVerifier;
import org.tctf.builtinidentity.ProviderTable;
import org.tctf.cdk.construct.Arns;
import org.tctf.cdk.construct.Grant;
import org.tctf.cdk.construct.Ordered;
import org.tctf.kernel.service.ReadGrant;
import org.tctf.kernel.service.Service;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.service.Subscription;
import org.tctf.kernel.table.AccessPattern;

/**
 * What each function of a service may do: exactly what the definition implies, by action and by address. What a definition
 * does not say, its functions cannot do.
 */
final class Rights {
    private static final List<String> READS = List.of("dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:Query");

    /** A transaction asks for the right to each of its parts. */
    private static final List<String> READS_AND_WRITES = List.of(
            "dynamodb:BatchGetItem",
            "dynamodb:BatchWriteItem",
            "dynamodb:ConditionCheckItem",
            "dynamodb:DeleteItem",
            "dynamodb:GetItem",
            "dynamodb:PutItem",
            "dynamodb:Query",
            "dynamodb:UpdateItem");

    private static final List<String> SEALING = List.of("kms:GenerateDataKey");
    private static final List<String> OPENING = List.of("kms:Decrypt");

    private final Stage stage;
    private final ServiceDefinition service;
    private final Arns arns;
    private final Given given;

    /**
     * What only the stack knows.
     *
     * @param platform values that the platform's stack publishes; each is asked for only where it is needed
     * @param mailDomain that mail comes from
     * @param phoneOrigin what text messages and calls come from; empty when there are none
     * @param streamArn of the service's table; empty when it has none
     * @param bucketArn of the service's objects; empty when it has none
     * @param secrets addresses of the service's secrets, by name
     * @param flags address of the service's flags; empty when it has none
     * @param socketApi id of the service's WebSocket API; empty when it has none
     */
    record Given(
            Function<PlatformParameter, String> platform,
            String mailDomain,
            String phoneOrigin,
            String streamArn,
            String bucketArn,
            Map<String, String> secrets,
            String flags,
            String socketApi) {}

    Rights(Stage stage, ServiceDefinition service, Arns arns, Given given) {
        this.stage = stage;
        this.service = service;
        this.arns = arns;
        this.given = given;
    }

    /** All that a function of this kind may do, besides writing its log and its traces. */
    List<Grant> of(FunctionKind kind) {
        return switch (kind) {
            case API -> join(work(), tokens(), keyUses(), rates(), breakers(), onDisk(alsoUsed("dynamodb")));
            case AUTHORIZER -> join(tokens(), onDisk("dynamodb"));
            case SOCKET -> join(work(), rates(), breakers(), connections(), onDisk(alsoUsed("dynamodb")));
            case QUEUES ->
                join(queues(), work(), rates(), breakers(), connections(), onDisk(alsoUsed("dynamodb", "sqs")));
            case RELAY -> join(relay(), failedRuns(), onDisk("dynamodb", "sqs"));
            case SCHEDULES -> join(work(), breakers(), failedRuns(), onDisk(alsoUsed("dynamodb", "sqs")));
            case ROTATION -> join(rotation(), onDisk("secretsmanager"));
        };
    }

    /** What a use case may do, whatever called it. */
    private Stream<Grant> work() {
        List<Grant> grants = new ArrayList<>();
        grants.add(Grant.of("OwnTable", READS_AND_WRITES, tableAndIndexes(service)));
        service.reads().forEach(read -> grants.add(read(read)));
        if (!given.secrets().isEmpty()) {
            grants.add(Grant.of(
                    "OwnSecrets",
                    List.of("secretsmanager:GetSecretValue"),
                    List.copyOf(given.secrets().values())));
        }
        if (!service.flags().isEmpty()) {
            grants.add(Grant.of(
                    "Flags",
                    List.of("appconfig:GetLatestConfiguration", "appconfig:StartConfigurationSession"),
                    List.of(given.flags())));
        }
        Set<String> encrypts = new TreeSet<>(service.encrypts());
        Set<String> decrypts = new TreeSet<>(service.decrypts());
        if (service.providers().contains(Provider.IDENTITY)) {
            encrypts.addAll(ProviderTable.DEFINITION.encrypts());
            decrypts.addAll(ProviderTable.DEFINITION.decrypts());
            grants.add(Grant.of("Identities", READS_AND_WRITES, tableAndIndexes(ProviderTable.DEFINITION)));
            grants.add(
                    Grant.of("Accounts", ACCOUNTS, List.of(arns.userPool(platform(PlatformParameter.USER_POOL_ID)))));
        }
        grants.addAll(objects());
        sealing("Encrypts", SEALING, encrypts).forEach(grants::add);
        sealing("Decrypts", OPENING, decrypts).forEach(grants::add);
        if (service.providers().contains(Provider.MAIL)) {
            List<String> through = new ArrayList<>(List.of(arns.mailIdentity(given.mailDomain())));
            service.deliveryReports().ifPresent(_ -> through.add(arns.configurationSet(stage.sender(service))));
            grants.add(Grant.of("Mail", List.of("ses:SendRawEmail"), through));
        }
        if (service.providers().contains(Provider.PHONE) && !given.phoneOrigin().isEmpty()) {
            grants.add(Grant.of(
                    "Phone",
                    List.of("sms-voice:SendTextMessage", "sms-voice:SendVoiceMessage"),
                    List.of(given.phoneOrigin())));
        }
        return grants.stream();
    }

    /**
     * An address that a function signs can do what the function may. Without the right to list, S3 does not say that an
     * object is missing (Amazon S3 API Reference, "GetObject"), and asks for that right without a prefix.
     */
    private List<Grant> objects() {
        if (service.objects().isEmpty()) {
            return List.of();
        }
        List<Grant> grants = new ArrayList<>();
        grants.add(Grant.of("OwnBucket", List.of("s3:ListBucket"), List.of(given.bucketArn())));
        service.objects()
                .forEach(
                        store -> grants.add(
                                Grant.ofPattern(
                                        "Objects" + letters(store.name()),
                                        List.of("s3:DeleteObject", "s3:GetObject", "s3:PutObject"),
                                        "%s/%s*".formatted(given.bucketArn(), store.folder()),
                                        "An object's key is chosen when it is put; the bucket is the service's own, the folder the store's.")));
        return grants;
    }

    private static final List<String> ACCOUNTS = List.of(
            "cognito-idp:AdminCreateUser",
            "cognito-idp:AdminDeleteUser",
            "cognito-idp:AdminInitiateAuth",
            "cognito-idp:AdminSetUserPassword");

    /** Tokens are proven by the public keys, unless their session has ended: and service keys by theirs: three partitions, and nothing else. */
    private Stream<Grant> tokens() {
        return Stream.of(Grant.of("Tokens", READS, List.of(arns.table(stage.table(ProviderTable.DEFINITION))))
                .when(leadingKeys("StringEquals", AccessTokenVerifier.READS)));
    }

    /** Whoever tells connected members something must know which of their sessions have ended. */
    private Stream<Grant> connections() {
        return service.socket() == null
                ? Stream.of()
                : Stream.concat(
                        tokens(),
                        Stream.of(Grant.ofPatterns(
                                "Connections",
                                List.of("execute-api:ManageConnections"),
                                Stream.of("POST", "DELETE")
                                        .map(method -> arns.connections(given.socketApi(), stage.name(), method))
                                        .toList(),
                                "The gateway names each connection when it is opened.")));
    }

    /** On which day a service key was used. */
    private Stream<Grant> keyUses() {
        return Stream.of(Grant.of(
                        "KeyUses",
                        List.of("dynamodb:PutItem"),
                        List.of(arns.table(stage.table(ProviderTable.DEFINITION))))
                .when(leadingKeys("StringEquals", AccessTokenVerifier.WRITES)));
    }

    private Stream<Grant> rates() {
        return Stream.of(Grant.of("Rates", List.of("dynamodb:UpdateItem"), List.of(arns.table(stage.guards()))));
    }

    private Stream<Grant> breakers() {
        return service.providers().isEmpty()
                ? Stream.of()
                : Stream.of(Grant.of(
                        "Breakers",
                        List.of("dynamodb:GetItem", "dynamodb:PutItem"),
                        List.of(arns.table(stage.guards()))));
    }

    private Stream<Grant> queues() {
        List<String> queues = service.subscriptions().stream()
                .map(stage::queue)
                .map(arns::queue)
                .toList();
        List<String> dead = service.subscriptions().stream()
                .map(stage::deadLetters)
                .map(arns::queue)
                .toList();
        return Stream.of(
                Grant.of(
                        "OwnQueues",
                        List.of(
                                "sqs:ChangeMessageVisibility",
                                "sqs:DeleteMessage",
                                "sqs:GetQueueAttributes",
                                "sqs:GetQueueUrl",
                                "sqs:ReceiveMessage"),
                        queues),
                Grant.of(
                        "DeadLetters",
                        List.of(
                                "sqs:ChangeMessageVisibility",
                                "sqs:DeleteMessage",
                                "sqs:GetQueueUrl",
                                "sqs:ReceiveMessage",
                                "sqs:SendMessage"),
                        dead),
                Grant.of("SentBack", List.of("sqs:SendMessage"), queues));
    }

    private Stream<Grant> relay() {
        List<Grant> grants = new ArrayList<>();
        grants.add(Grant.of(
                "Stream",
                List.of("dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"),
                List.of(given.streamArn())));
        grants.add(Grant.ofPattern(
                "Streams",
                List.of("dynamodb:ListStreams"),
                arns.table(stage.table(service)) + "/stream/*",
                "The mapping asks which streams the table has; a stream's own name is a time."));
        grants.add(Grant.of(
                        "Outbox",
                        List.of("dynamodb:BatchWriteItem", "dynamodb:DeleteItem", "dynamodb:Query"),
                        List.of(arns.table(stage.table(service))))
                .when(leadingKeys("StringLike", List.of(TableShape.OUTBOX + "*"))));
        if (!service.publications().isEmpty()) {
            grants.add(Grant.of("Bus", List.of("events:PutEvents"), List.of(arns.bus(stage.bus())))
                    .when(Ordered.map("StringEquals", Ordered.map("events:source", service.name()))));
        }
        List<String> commands = service.subscriptions().stream()
                .filter(Subscription::isCommand)
                .filter(queue -> !queue.isOfDeliveries())
                .map(stage::queue)
                .map(arns::queue)
                .toList();
        if (!commands.isEmpty()) {
            grants.add(Grant.of("Commands", List.of("sqs:GetQueueUrl", "sqs:SendMessage"), commands));
        }
        grants.add(Grant.of("GivenUp", List.of("sqs:SendMessage"), failed(stage.unrelayed(service))));
        return grants.stream();
    }

    private Stream<Grant> rotation() {
        Map<String, String> rotating = new TreeMap<>(given.secrets());
        rotating.keySet().removeAll(service.lastingSecrets());
        return Stream.of(Grant.of(
                "Rotation",
                List.of(
                        "secretsmanager:DescribeSecret",
                        "secretsmanager:GetSecretValue",
                        "secretsmanager:PutSecretValue",
                        "secretsmanager:UpdateSecretVersionStage"),
                List.copyOf(rotating.values())));
    }

    private Stream<Grant> failedRuns() {
        return Stream.of(Grant.of("FailedRuns", List.of("sqs:SendMessage"), failed(stage.failedRuns(service))));
    }

    private List<String> failed(String queue) {
        return List.of(arns.queue(queue));
    }

    /**
     * One access pattern of the owner's table: its partitions, and of those nothing but what is there to read.
     *
     * @throws IllegalStateException when the owner is not there, or has no such pattern
     */
    private Grant read(ReadGrant read) {
        ServiceDefinition owner = Service.all().stream()
                .map(Service::definition)
                .filter(one -> one.name().equals(read.owner()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("%s reads a table of %s, which is not on the class path"
                        .formatted(service.name(), read.owner())));
        AccessPattern pattern = owner.accessPatterns().stream()
                .filter(one -> one.name().equals(read.accessPattern()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("%s reads '%s' of %s, which has no such access pattern"
                        .formatted(service.name(), read.accessPattern(), read.owner())));
        boolean isIndex = !pattern.index().equals(AccessPattern.MAIN);
        String table = stage.table(owner);
        return Grant.of(
                        "Reads" + letters(read.owner() + "-" + read.accessPattern()),
                        isIndex ? List.of("dynamodb:Query") : List.of("dynamodb:GetItem", "dynamodb:Query"),
                        List.of(isIndex ? arns.index(table, pattern.index()) : arns.table(table)))
                .when(leadingKeys("StringLike", List.of(pattern.pkTemplate().replaceAll("\\{\\w+}", "*"))));
    }

    /** The key opens and seals only for the purposes that the definition names. */
    private Stream<Grant> sealing(String name, List<String> actions, Set<String> purposes) {
        return purposes.isEmpty()
                ? Stream.of()
                : Stream.of(Grant.of(name, actions, List.of(platform(PlatformParameter.SEALING_KEY)))
                        .when(Ordered.map(
                                "StringEquals",
                                Ordered.map("kms:EncryptionContext:" + Stage.SEALING_PURPOSE, List.copyOf(purposes)))));
    }

    /**
     * Tables, queues and secrets are encrypted with the stage's key; whoever may use one of them may have it opened, by
     * that service and not by itself (KMS Developer Guide, "kms:ViaService").
     */
    private Stream<Grant> onDisk(String... services) {
        List<String> through = Stream.of(services)
                .map(one -> "%s.%s.amazonaws.com".formatted(one, arns.region()))
                .toList();
        return Stream.of(Grant.of(
                        "DataKey",
                        List.of("kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey"),
                        List.of(platform(PlatformParameter.DATA_KEY)))
                .when(Ordered.map("StringEquals", Ordered.map("kms:ViaService", through))));
    }

    private String[] alsoUsed(String... services) {
        Stream<String> secrets = given.secrets().isEmpty() ? Stream.of() : Stream.of("secretsmanager");
        Stream<String> objects = service.objects().isEmpty() ? Stream.of() : Stream.of("s3");
        return Stream.of(Stream.of(services), secrets, objects)
                .flatMap(part -> part)
                .toArray(String[]::new);
    }

    private String platform(PlatformParameter parameter) {
        return given.platform().apply(parameter);
    }

    private List<String> tableAndIndexes(ServiceDefinition owner) {
        String table = stage.table(owner);
        return Stream.concat(
                        Stream.of(arns.table(table)), owner.indexes().stream().map(index -> arns.index(table, index)))
                .toList();
    }

    private static Map<String, Object> leadingKeys(String how, List<String> keys) {
        return Ordered.map(
                "ForAllValues:" + how,
                Ordered.map("dynamodb:LeadingKeys", keys),
                "Null",
                Ordered.map("dynamodb:LeadingKeys", "false"));
    }

    /** What a statement's id may consist of. */
    private static String letters(String words) {
        return words.replaceAll("[^A-Za-z0-9]", "");
    }

    @SafeVarargs
    private static List<Grant> join(Stream<Grant>... parts) {
        return Stream.of(parts).flatMap(part -> part).toList();
    }
}
