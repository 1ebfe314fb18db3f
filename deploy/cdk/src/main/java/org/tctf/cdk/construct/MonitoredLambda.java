package org.tctf.cdk.construct;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tctf.blueprint.Variable;
import org.tctf.cdk.AlarmKind;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.iam.CfnRole;
import software.amazon.awscdk.services.iam.FromRoleArnOptions;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.ILayerVersion;
import software.amazon.awscdk.services.lambda.LoggingFormat;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SnapStartConf;
import software.amazon.awscdk.services.lambda.Tracing;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/**
 * A function on Java 25 and arm64 behind the alias {@value #LIVE}: started from a snapshot or kept warm, traced, with JSON
 * logs that end, exactly the rights that it is given, alarms on the four golden signals and on what is unusual, and new
 * versions that take over bit by bit.
 */
public final class MonitoredLambda extends Construct {
    /** The alias that all callers use; versions come and go behind it. */
    public static final String LIVE = "live";

    /** How much of what is there may be used before somebody is told. */
    private static final double NEARLY_ALL = 0.8;

    private static final software.amazon.awscdk.Duration MINUTE = software.amazon.awscdk.Duration.minutes(1);

    private final Function function;
    private final Alias alias;

    /** What all functions of a stack have in common. */
    public record Common(
            Code code,
            List<ILayerVersion> layers,
            Map<String, String> environment,
            IKey key,
            RetentionDays logsKept,
            Canary canary,
            Alarms alarms) {}

    /**
     * In how many environments a function runs.
     *
     * @param provisioned always warm, without SnapStart, which AWS does not combine with it; 0 = none
     * @param reserved taken from the account's pool, and not to be passed; 0 = the pool's
     * @param expected with nearly so many somebody is told
     */
    public record Concurrency(int provisioned, int reserved, int expected) {
        public static Concurrency warm(int provisioned, int expected) {
            return new Concurrency(provisioned, 0, expected);
        }

        public static Concurrency atMost(int reserved) {
            return new Concurrency(0, reserved, reserved);
        }

        public static Concurrency ofPool(int expected) {
            return new Concurrency(0, 0, expected);
        }
    }

    /** How often a function is called, and what its alarms can make of it. */
    public enum Rhythm {
        /** All day long: what happens twice in three minutes rings, and so does what is unusual. */
        STEADY,
        /** Now and then: each error rings, and nothing is usual enough to be compared with. */
        SELDOM
    }

    /**
     * What is its own.
     *
     * @param subject its name within the service, {@code api}
     * @param aotCache a layer with the cache that the layer's wrapper starts the runtime on; none with SnapStart
     */
    public record Own(
            String name,
            String subject,
            String description,
            String handler,
            Duration timeout,
            int memoryMb,
            Concurrency concurrency,
            Rhythm rhythm,
            List<Grant> grants,
            Optional<ILayerVersion> aotCache) {}

    public MonitoredLambda(Construct scope, String id, Own own, Common common) {
        super(scope, id);
        LogGroup logs = LogGroup.Builder.create(this, "Logs")
                .logGroupName("/aws/lambda/" + own.name())
                .encryptionKey(common.key())
                .retention(common.logsKept())
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        Function.Builder builder = Function.Builder.create(this, "Function")
                .functionName(own.name())
                .description(own.description())
                .runtime(Runtime.JAVA_25)
                .architecture(Architecture.ARM_64)
                .code(common.code())
                .layers(Stream.concat(common.layers().stream(), own.aotCache().stream())
                        .toList())
                .handler(own.handler())
                .memorySize(own.memoryMb())
                .timeout(software.amazon.awscdk.Duration.seconds(own.timeout().toSeconds()))
                .environment(environment(own, common))
                .role(Role.fromRoleArn(
                        this,
                        "Rights",
                        role(own).getAttrArn(),
                        FromRoleArnOptions.builder().mutable(false).build()))
                .logGroup(logs)
                .loggingFormat(LoggingFormat.JSON)
                .tracing(Tracing.ACTIVE);
        Alias.Builder live = Alias.Builder.create(this, "Live").aliasName(LIVE);
        if (own.concurrency().provisioned() > 0) {
            live.provisionedConcurrentExecutions(own.concurrency().provisioned());
        } else {
            builder.snapStart(SnapStartConf.ON_PUBLISHED_VERSIONS);
        }
        if (own.concurrency().reserved() > 0) {
            builder.reservedConcurrentExecutions(own.concurrency().reserved());
        }
        function = builder.build();
        alias = live.version(function.getCurrentVersion()).build();
        common.canary().guards(this, alias, alarms(own, common.alarms()));
    }

    private static Map<String, String> environment(Own own, Common common) {
        Map<String, String> environment = new TreeMap<>(common.environment());
        own.aotCache().ifPresent(cache -> environment.put(Variable.AWS_LAMBDA_EXEC_WRAPPER.name(), "/opt/tctf-aot"));
        return environment;
    }

    public Alias alias() {
        return alias;
    }

    public Function function() {
        return function;
    }

    private CfnRole role(Own own) {
        List<Grant> all = new ArrayList<>(own.grants());
        all.add(Grant.ofPattern(
                "OwnLogs",
                List.of("logs:CreateLogStream", "logs:PutLogEvents"),
                Arns.here().logGroup("/aws/lambda/" + own.name()) + ":*",
                "Lambda names the streams of the function's own log group."));
        all.add(Grant.ofPattern(
                "Traces",
                List.of("xray:PutTelemetryRecords", "xray:PutTraceSegments"),
                "*",
                "X-Ray knows no resources to name for these."));
        CfnRole role = CfnRole.Builder.create(this, "Role")
                .description("What %s may do".formatted(own.name()))
                .assumeRolePolicyDocument(Statements.trust("lambda.amazonaws.com", Map.of()))
                .policies(List.of(CfnRole.PolicyProperty.builder()
                        .policyName("rights")
                        .policyDocument(Statements.document(
                                all.stream().map(Grant::statement).toList()))
                        .build()))
                .build();
        all.forEach(grant -> grant.acknowledgeOn(role));
        return role;
    }

    /** @return those at which a new version gives way to the old one */
    private List<Alarm> alarms(Own own, Alarms alarms) {
        Alarm errors = alarms.on(
                this,
                AlarmKind.FUNCTION_ERRORS,
                own.subject(),
                alias.metricErrors(sums()),
                own.rhythm() == Rhythm.SELDOM ? Alarms.Rings.at(1) : Alarms.Rings.soonAt(1));
        if (own.rhythm() == Rhythm.SELDOM) {
            return List.of(errors);
        }
        Alarm latency = alarms.on(
                this,
                AlarmKind.FUNCTION_LATENCY,
                own.subject(),
                alias.metricDuration(
                        MetricOptions.builder().period(MINUTE).statistic("p99").build()),
                Alarms.Rings.soonAt(own.timeout().toMillis() * NEARLY_ALL));
        Alarm throttles = alarms.on(
                this,
                AlarmKind.FUNCTION_THROTTLES,
                own.subject(),
                alias.metricThrottles(sums()),
                Alarms.Rings.soonAt(1));
        alarms.on(this, AlarmKind.FUNCTION_SATURATION, own.subject(), used(own), saturated(own));
        alarms.onAnomaly(
                this,
                AlarmKind.FUNCTION_ANOMALY,
                own.subject(),
                alias.metricInvocations(MetricOptions.builder().statistic("Sum").build()));
        return List.of(errors, latency, throttles);
    }

    private static MetricOptions sums() {
        return MetricOptions.builder().period(MINUTE).statistic("Sum").build();
    }

    private IMetric used(Own own) {
        return own.concurrency().provisioned() > 0
                ? alias.metric(
                        "ProvisionedConcurrencyUtilization",
                        MetricOptions.builder()
                                .period(MINUTE)
                                .statistic("Maximum")
                                .build())
                : Metric.Builder.create()
                        .namespace("AWS/Lambda")
                        .metricName("ConcurrentExecutions")
                        .dimensionsMap(Ordered.map("FunctionName", own.name()))
                        .period(MINUTE)
                        .statistic("Maximum")
                        .build();
    }

    private static Alarms.Rings saturated(Own own) {
        Concurrency concurrency = own.concurrency();
        return Alarms.Rings.lastingAt(
                concurrency.provisioned() > 0 ? NEARLY_ALL : Math.max(1, concurrency.expected() * NEARLY_ALL));
    }
}
