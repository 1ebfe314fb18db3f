package org.tctf.cdk;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tctf.blueprint.FunctionKind;
import org.tctf.blueprint.MailEvent;
import org.tctf.blueprint.Measure;
import org.tctf.blueprint.PlatformParameter;
import org.tctf.blueprint.Provider;
import org.tctf.blueprint.Redrive;
import org.tctf.blueprint.Routing;
import org.tctf.blueprint.ScheduledRun;
import org.tctf.blueprint.Stage;
import org.tctf.blueprint.Sweep;
import org.tctf.blueprint.TableShape;
import org.tctf.blueprint.Variable;
import org.tctf.cdk.construct.Alarms;
import org.tctf.cdk.construct.Arns;
import org.tctf.cdk.construct.Canary;
import org.tctf.cdk.construct.ClockSchedules;
import org.tctf.cdk.construct.ConsumerQueue;
import org.tctf.cdk.construct.EventRule;
import org.tctf.cdk.construct.MailEvents;
import org.tctf.cdk.construct.MonitoredLambda;
import org.tctf.cdk.construct.MonitoredLambda.Concurrency;
import org.tctf.cdk.construct.MonitoredLambda.Rhythm;
import org.tctf.cdk.construct.Ordered;
import org.tctf.cdk.construct.RecoveryRule;
import org.tctf.cdk.construct.RelayStream;
import org.tctf.cdk.construct.SecureApi;
import org.tctf.cdk.construct.ServiceBucket;
import org.tctf.cdk.construct.ServiceFlags;
import org.tctf.cdk.construct.ServiceSecret;
import org.tctf.cdk.construct.ServiceTable;
import org.tctf.cdk.construct.SocketApi;
import org.tctf.kernel.export.Exporters;
import org.tctf.kernel.service.Criticality;
import org.tctf.kernel.service.Schedule;
import org.tctf.kernel.service.Service;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.service.Socket;
import org.tctf.kernel.service.Subscription;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.ILayerVersion;
import software.amazon.awscdk.services.lambda.LayerVersion;
import software.amazon.awscdk.services.lambda.Runtime;
import software.constructs.Construct;

/** Everything that one service is on AWS, made of its definition and its OpenAPI document. */
final class ServiceStack extends Stack {
    private static final int MEMORY_MB = 1024;

    /** What the alarm on failing messages is about. */
    private static final String DELIVERIES = "deliveries";

    /** Messages that fail in a minute: one alone is tried again, and nobody needs to know. */
    private static final int SEVERAL = 3;

    /** Where AWS's OpenTelemetry layer listens, within the function's own environment. */
    private static final String COLLECTOR = "http://localhost:4318";

    /** Longer than this the gateway need not remember that a token is good: the function proves it again anyway. */
    private static final Duration AUTHORIZER_KEPT = Duration.ofMinutes(5);

    private final StageSettings settings;
    private final Stage stage;
    private final ServiceDefinition service;
    private final Contract contract;
    private final IKey key;
    private final String keyArn;
    private final Alarms alarms;
    private final Optional<ServiceFlags> flags;
    private final Optional<ServiceBucket> bucket;
    private final @Nullable SocketApi socket;
    private final Map<FunctionKind, MonitoredLambda> functions = new EnumMap<>(FunctionKind.class);

    ServiceStack(
            Construct scope, StageSettings settings, ServiceDefinition service, JsonNode api, Artifacts artifacts) {
        super(
                scope,
                settings.stage().stack(service),
                StackProps.builder()
                        .stackName(settings.stage().stack(service))
                        .description(service.summary())
                        .terminationProtection(true)
                        .build());
        this.settings = settings;
        this.stage = settings.stage();
        this.service = service;
        contract = new Contract(this, stage);
        key = contract.dataKey();
        keyArn = contract.value(PlatformParameter.DATA_KEY);
        alarms = new Alarms(stage.stack(service), contract.alarmTopic(), settings.runbooks());
        flags = service.flags().isEmpty()
                ? Optional.empty()
                : Optional.of(new ServiceFlags(
                        this,
                        "Flags",
                        stage.flags(service),
                        stage.name(),
                        alarms.name(AlarmKind.SERVICE_UNHEALTHY),
                        service.flags()));

        Map<String, String> tags = CostTags.of(stage, service);
        socket = service.socket() == null ? null : socketApi(service.socket());
        boolean hasApi = !api.path("paths").isEmpty();
        List<FunctionKind> kinds = FunctionKind.of(service, hasApi);
        ServiceTable table = new ServiceTable(
                this,
                "Table",
                new ServiceTable.Shape(
                        stage.table(service), true, service.indexes(), kinds.contains(FunctionKind.RELAY)),
                keyArn,
                tags,
                alarms);
        Map<String, ServiceSecret> secrets = new TreeMap<>();
        service.secrets()
                .forEach(secret -> secrets.put(
                        secret, new ServiceSecret(this, "Secret-" + secret, stage.secret(service, secret), key)));
        Map<Subscription, ConsumerQueue> queues = queues();
        service.deliveryReports().ifPresent(queue -> reports(Objects.requireNonNull(queues.get(queue))));
        bucket = service.objects().isEmpty()
                ? Optional.empty()
                : Optional.of(new ServiceBucket(this, "Objects", service.objects(), keyArn, settings.corsOrigins()));
        functions(kinds, artifacts, rights(table, kinds, secrets), queues);

        queues.forEach((subscription, queue) -> queue.feeds(alias(FunctionKind.QUEUES)));
        if (kinds.contains(FunctionKind.RELAY)) {
            new RelayStream(this, "Relay", stage.unrelayed(service), keyArn, alarms)
                    .feeds(alias(FunctionKind.RELAY), table.streamArn(), TableShape.STREAM_FILTER, alarms);
        }
        if (kinds.contains(FunctionKind.QUEUES)) {
            recovery();
        }
        schedules(kinds);
        secrets.forEach(this::rotation);
        if (hasApi) {
            api(api);
        }
        if (socket != null) {
            socket.answeredBy(new SocketApi.Around(alias(FunctionKind.SOCKET), key, settings.logsKept(), alarms));
        }
        alarms.together(this, AlarmKind.SERVICE_UNHEALTHY);
        CostTags.on(this, tags);
    }

    /** Facts come over the service's rule and topic, commands from its own relay, reports on what it sent from who took it. */
    private Map<Subscription, ConsumerQueue> queues() {
        List<EventRule> facts = Routing.pattern(service).stream()
                .map(pattern -> new EventRule(
                        this,
                        "Facts",
                        new EventRule.Names(
                                stage.bus(),
                                stage.rule(service),
                                pattern,
                                stage.topic(service),
                                stage.undelivered(service)),
                        keyArn,
                        alarms))
                .toList();
        Map<Subscription, ConsumerQueue> queues = new LinkedHashMap<>();
        for (Subscription subscription : service.subscriptions()) {
            List<EventRule> source = subscription.isCommand() ? List.of() : facts;
            ConsumerQueue queue = new ConsumerQueue(
                    this,
                    subscription.queue().substring(service.name().length() + 1),
                    shape(subscription),
                    keyArn,
                    senders(subscription, source),
                    alarms);
            source.forEach(rule -> rule.leadsTo(queue, Routing.filter(subscription)));
            queues.put(subscription, queue);
        }
        return queues;
    }

    private List<ConsumerQueue.Sender> senders(Subscription subscription, List<EventRule> facts) {
        return subscription.isOfDeliveries()
                ? Routing.ofDeliveries(stage, service).stream()
                        .map(rule -> ConsumerQueue.Sender.rule(rule.name()))
                        .toList()
                : facts.stream().map(EventRule::sender).toList();
    }

    private void reports(ConsumerQueue queue) {
        Routing.ofMails(stage, service)
                .ifPresent(rule -> new MailEvents(
                        this,
                        "Mails",
                        new MailEvents.Names(
                                stage.sender(service),
                                MailEvent.of(service).stream()
                                        .map(MailEvent::name)
                                        .toList(),
                                rule),
                        queue));
        Routing.ofPhones(stage, service)
                .ifPresent(rule -> EventRule.onAccountsBus(new Construct(this, "Phones"), rule, queue));
    }

    private ConsumerQueue.Shape shape(Subscription subscription) {
        Duration visibility = FunctionKind.visibility(service);
        Duration waits = switch (service.criticality()) {
            case CRITICAL -> Duration.ofMinutes(5);
            case IMPORTANT -> Duration.ofMinutes(15);
            case BACKGROUND -> Duration.ofHours(1);
        };
        // One that failed once is hidden for the whole visibility timeout: that alone is no reason to ring.
        Duration twice = visibility.multipliedBy(2);
        return new ConsumerQueue.Shape(
                stage.queue(subscription),
                stage.deadLetters(subscription),
                visibility,
                subscription.maxReceives(),
                subscription.concurrency(),
                waits.compareTo(twice) > 0 ? waits : twice);
    }

    private Rights rights(ServiceTable table, List<FunctionKind> kinds, Map<String, ServiceSecret> secrets) {
        Map<String, String> arns = new TreeMap<>();
        secrets.forEach((name, secret) -> arns.put(name, secret.arn()));
        return new Rights(
                stage,
                service,
                Arns.here(),
                new Rights.Given(
                        contract::value,
                        settings.mailDomain(),
                        settings.phoneOrigin().orElse(""),
                        kinds.contains(FunctionKind.RELAY) ? table.streamArn() : "",
                        bucket.map(ServiceBucket::arn).orElse(""),
                        arns,
                        flags.map(ServiceFlags::arn).orElse(""),
                        socket == null ? "" : socket.id()));
    }

    private void functions(
            List<FunctionKind> kinds, Artifacts artifacts, Rights rights, Map<Subscription, ConsumerQueue> queues) {
        MonitoredLambda.Common common = new MonitoredLambda.Common(
                Code.fromAsset(artifacts.packageOf(service).toString()),
                layers(artifacts),
                environment(),
                key,
                settings.logsKept(),
                new Canary(this, "Canary", stage.stack(service)),
                alarms);
        int inQueues =
                queues.values().stream().mapToInt(ConsumerQueue::environments).sum();
        for (FunctionKind kind : kinds) {
            MonitoredLambda function = new MonitoredLambda(
                    this,
                    "Function-" + kind.suffix(),
                    new MonitoredLambda.Own(
                            stage.function(service, kind),
                            kind.suffix(),
                            "%s: %s".formatted(service.name(), kind.suffix()),
                            kind.handler(),
                            kind.timeout(service),
                            MEMORY_MB,
                            concurrency(kind, inQueues),
                            rhythm(kind),
                            rights.of(kind),
                            aotCache(kind, artifacts)),
                    common);
            functions.put(kind, function);
        }
    }

    private List<ILayerVersion> layers(Artifacts artifacts) {
        List<ILayerVersion> layers = new ArrayList<>();
        layers.add(LayerVersion.Builder.create(this, "Layer")
                .layerVersionName(stage.stack(service))
                .description("What all packages need; each stack has a version of its own")
                .code(Code.fromAsset(artifacts.layer().toString()))
                .compatibleRuntimes(List.of(Runtime.JAVA_25))
                .compatibleArchitectures(List.of(Architecture.ARM_64))
                .build());
        settings.collectorLayer()
                .ifPresent(arn -> layers.add(LayerVersion.fromLayerVersionArn(this, "Collector", arn)));
        return layers;
    }

    /** Only where SnapStart is off, which gives more. */
    private Optional<ILayerVersion> aotCache(FunctionKind kind, Artifacts artifacts) {
        if (kind != FunctionKind.API || concurrency(kind, 0).provisioned() == 0) {
            return Optional.empty();
        }
        return artifacts
                .aotCacheOf(service)
                .map(zip -> LayerVersion.Builder.create(this, "AotCache")
                        .layerVersionName(stage.stack(service) + "-aot")
                        .description("The JDK's AOT cache of the API's function")
                        .code(Code.fromAsset(zip.toString()))
                        .compatibleRuntimes(List.of(Runtime.JAVA_25))
                        .compatibleArchitectures(List.of(Architecture.ARM_64))
                        .build());
    }

    private Concurrency concurrency(FunctionKind kind, int inQueues) {
        return switch (kind) {
            case API ->
                service.criticality() == Criticality.CRITICAL
                        ? Concurrency.warm(settings.provisioned(), 100)
                        : Concurrency.ofPool(100);
            case SOCKET -> Concurrency.ofPool(100);
            case AUTHORIZER -> Concurrency.ofPool(50);
            // Bounded by the queues' mappings.
            case QUEUES -> Concurrency.ofPool(inQueues);
            // Bounded by the stream's shards.
            case RELAY -> Concurrency.ofPool(50);
            // A schedule runs on one instance at a time; those that are due together wait for each other.
            case SCHEDULES -> Concurrency.atMost(1);
            case ROTATION -> Concurrency.ofPool(1);
        };
    }

    private static Rhythm rhythm(FunctionKind kind) {
        return switch (kind) {
            case API, AUTHORIZER, SOCKET, QUEUES, RELAY -> Rhythm.STEADY;
            case SCHEDULES, ROTATION -> Rhythm.SELDOM;
        };
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>();
        for (Variable variable : Variable.of(service)) {
            environment.put(
                    variable.name(),
                    switch (variable) {
                        case TCTF_STAGE -> stage.name();
                        case TCTF_PUBLIC_URL -> contract.value(PlatformParameter.PUBLIC_URL);
                        case TCTF_MAIL_FROM -> contract.value(PlatformParameter.MAIL_FROM);
                        case TCTF_USER_POOL_ID -> contract.value(PlatformParameter.USER_POOL_ID);
                        case TCTF_USER_POOL_CLIENT_ID -> contract.value(PlatformParameter.USER_POOL_CLIENT_ID);
                        case TCTF_EXPORTERS ->
                            String.join(
                                    ",",
                                    new TreeSet<>(Exporters.among(Service.all().stream()
                                                    .map(Service::definition)
                                                    .toList())
                                            .names()));
                        case TCTF_APPCONFIG -> flags.orElseThrow().ids();
                        case TCTF_BUCKET -> bucket.orElseThrow().name();
                        case TCTF_SOCKET_URL ->
                            Objects.requireNonNull(socket, "the definition has a socket")
                                    .url();
                        case TCTF_CORS_ORIGINS,
                                TCTF_FIRST_ADMIN,
                                TCTF_PHONE_ORIGIN,
                                OTEL_EXPORTER_OTLP_ENDPOINT,
                                AWS_LAMBDA_EXEC_WRAPPER ->
                            throw new IllegalStateException(variable + " is nobody's need");
                    });
        }
        if (service.providers().contains(Provider.PHONE)) {
            settings.phoneOrigin().ifPresent(arn -> environment.put(Variable.TCTF_PHONE_ORIGIN.name(), arn));
        }
        if (!settings.corsOrigins().isEmpty()) {
            environment.put(Variable.TCTF_CORS_ORIGINS.name(), String.join(",", settings.corsOrigins()));
        }
        if (service.providers().contains(Provider.IDENTITY)) {
            settings.firstAdmin().ifPresent(address -> environment.put(Variable.TCTF_FIRST_ADMIN.name(), address));
        }
        settings.collectorLayer()
                .ifPresent(layer -> environment.put(Variable.OTEL_EXPORTER_OTLP_ENDPOINT.name(), COLLECTOR));
        return environment;
    }

    /** When deliveries fail no longer, what died of it is sent back. */
    private void recovery() {
        Construct scope = new Construct(this, "Deliveries");
        alarms.on(
                scope,
                AlarmKind.DELIVERY_FAILURES,
                DELIVERIES,
                Metric.Builder.create()
                        .namespace(stage.metricsNamespace())
                        .metricName(Measure.DELIVERY_FAILURES.metric())
                        .dimensionsMap(Ordered.map(Measure.SERVICE, service.name()))
                        .statistic("Sum")
                        .period(software.amazon.awscdk.Duration.minutes(1))
                        .build(),
                Alarms.Rings.soonAt(SEVERAL));
        new RecoveryRule(
                scope,
                "Recovery",
                stage.recoveryRule(service),
                List.of(
                        alarms.name(AlarmKind.DELIVERY_FAILURES, DELIVERIES),
                        alarms.name(AlarmKind.FUNCTION_ERRORS, FunctionKind.QUEUES.suffix()),
                        alarms.name(AlarmKind.FUNCTION_THROTTLES, FunctionKind.QUEUES.suffix())),
                alias(FunctionKind.QUEUES),
                Redrive.EVENT);
    }

    private void schedules(List<FunctionKind> kinds) {
        List<FunctionKind> called = new ArrayList<>();
        if (kinds.contains(FunctionKind.SCHEDULES)) {
            called.add(FunctionKind.SCHEDULES);
        }
        if (kinds.contains(FunctionKind.RELAY)) {
            called.add(FunctionKind.RELAY);
        }
        if (called.isEmpty()) {
            return;
        }
        ClockSchedules schedules = new ClockSchedules(
                this,
                "Schedules",
                stage.stack(service),
                stage.failedRuns(service),
                called.stream().map(kind -> stage.function(service, kind)).toList(),
                keyArn,
                alarms);
        for (Schedule schedule : service.schedules()) {
            schedules.calls(
                    alias(FunctionKind.SCHEDULES), schedule.name(), schedule.every(), ScheduledRun.event(schedule));
        }
        if (kinds.contains(FunctionKind.RELAY)) {
            schedules.calls(alias(FunctionKind.RELAY), Sweep.NAME, Sweep.EVERY, Sweep.EVENT);
            sweepAlarm();
        }
        called.forEach(kind -> schedules.keepsWhatFails(function(kind)));
    }

    /** Over two sweeps, so that it rings on until one has found nothing. */
    private void sweepAlarm() {
        alarms.on(
                new Construct(this, "Sweep"),
                AlarmKind.RELAY_FAILED,
                Sweep.NAME,
                Metric.Builder.create()
                        .namespace(stage.metricsNamespace())
                        .metricName(Measure.UNREADABLE.metric())
                        .dimensionsMap(Ordered.map(Measure.SERVICE, service.name()))
                        .statistic("Maximum")
                        .period(software.amazon.awscdk.Duration.seconds(
                                Sweep.EVERY.multipliedBy(2).toSeconds()))
                        .build(),
                Alarms.Rings.at(1));
    }

    private void rotation(String name, ServiceSecret secret) {
        if (service.lastingSecrets().contains(name)) {
            secret.lasts();
        } else {
            secret.rotates(function(FunctionKind.ROTATION), ServiceDefinition.ROTATION);
        }
    }

    private void api(JsonNode document) {
        SecureApi api = new SecureApi(
                this,
                "Api",
                document,
                new SecureApi.Own(
                        stage.stack(service),
                        stage.name(),
                        service.summary(),
                        settings.requestsPerSecond(),
                        settings.burst(),
                        switch (service.criticality()) {
                            case CRITICAL -> Duration.ofSeconds(1);
                            case IMPORTANT -> Duration.ofSeconds(2);
                            case BACKGROUND -> Duration.ofSeconds(5);
                        },
                        settings.corsOrigins(),
                        AUTHORIZER_KEPT),
                new SecureApi.Around(
                        alias(FunctionKind.API),
                        alias(FunctionKind.AUTHORIZER),
                        contract.value(PlatformParameter.WEB_ACL),
                        key,
                        settings.logsKept(),
                        alarms));
        Contract.publish(this, stage.apiAddressParameter(service), api.url());
    }

    private SocketApi socketApi(Socket defined) {
        return new SocketApi(
                this,
                "Socket",
                new SocketApi.Own(
                        stage.stack(service) + "-socket",
                        stage.name(),
                        service.summary(),
                        Stream.concat(defined.actions().stream().map(Socket.Action::name), Stream.of(Socket.PING))
                                .toList(),
                        settings.requestsPerSecond(),
                        settings.burst()));
    }

    private Alias alias(FunctionKind kind) {
        return function(kind).alias();
    }

    private MonitoredLambda function(FunctionKind kind) {
        MonitoredLambda function = functions.get(kind);
        if (function == null) {
            throw new IllegalStateException("%s has no function %s".formatted(service.name(), kind));
        }
        return function;
    }
}
