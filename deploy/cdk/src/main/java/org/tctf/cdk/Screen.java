package org.tctf.cdk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tctf.blueprint.FunctionKind;
import org.tctf.blueprint.Measure;
import org.tctf.blueprint.Stage;
import org.tctf.cdk.construct.Arns;
import org.tctf.cdk.construct.Ordered;
import org.tctf.kernel.service.ServiceDefinition;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.AlarmStatusWidget;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IAlarm;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.IWidget;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.constructs.Construct;

/**
 * All services on one screen: which of them are unwell; the four golden signals (Site Reliability Engineering, ch. 6), a
 * line for each service; and what the business counts. It names what other stacks have, and refers to none of it.
 */
final class Screen {
    private static final Duration MINUTE = Duration.minutes(1);
    private static final int WIDTH = 24;
    private static final int HEIGHT = 7;

    private final Construct scope;
    private final Stage stage;
    private final List<ServiceDefinition> services;
    private final List<ServiceDefinition> withApi;

    Screen(Construct scope, Stage stage, List<ServiceDefinition> services, Apis apis) {
        this.scope = scope;
        this.stage = stage;
        this.services = services;
        this.withApi = services.stream().filter(apis::hasRoutes).toList();
    }

    void show(String name) {
        List<List<? extends IWidget>> rows = new ArrayList<>();
        rows.add(List.of(health()));
        rows.add(List.of(
                graph(2, "Traffic: requests", withApi.stream().map(service -> gateway(service, "Count", "Sum"))),
                graph(2, "Traffic: messages", services.stream().map(service -> own(service, Measure.DELIVERIES)))));
        rows.add(List.of(
                graph(
                        2,
                        "Errors: answers of 5xx",
                        withApi.stream().map(service -> gateway(service, "5XXError", "Sum"))),
                graph(2, "Errors: failed invocations", services.stream().map(this::errors))));
        rows.add(List.of(
                graph(
                        2,
                        "Latency: slowest hundredth of the answers, ms",
                        withApi.stream().map(service -> gateway(service, "Latency", "p99"))),
                graph(
                        2,
                        "Latency: oldest fact when it left the outbox, ms",
                        services.stream()
                                .filter(service ->
                                        FunctionKind.of(service, false).contains(FunctionKind.RELAY))
                                .map(service -> metric(service, Measure.RELAY_AGE.metric(), "Maximum")))));
        rows.add(List.of(
                graph(2, "Saturation: environments in use", services.stream().map(this::environments)),
                graph(
                        2,
                        "Saturation: oldest message that waits, s",
                        services.stream()
                                .filter(service -> !service.subscriptions().isEmpty())
                                .map(this::oldest))));
        List<IWidget> business = new ArrayList<>();
        for (ServiceDefinition service : services) {
            if (!service.metrics().isEmpty()) {
                business.add(graph(
                        3,
                        service.name(),
                        service.metrics().stream()
                                .map(counted -> metric(service, counted.name(), "Sum")
                                        .with(software.amazon.awscdk.services.cloudwatch.MetricOptions.builder()
                                                .label(counted.name())
                                                .period(Duration.minutes(5))
                                                .build()))));
            }
        }
        rows.add(business);
        Dashboard.Builder.create(scope, "Screen")
                .dashboardName(name)
                .defaultInterval(Duration.hours(3))
                .widgets(rows)
                .build();
    }

    private AlarmStatusWidget health() {
        List<IAlarm> alarms = services.stream()
                .map(service -> Alarm.fromAlarmArn(
                        scope,
                        "Health-" + service.name(),
                        Arns.here().alarm("%s-%s".formatted(stage.stack(service), AlarmKind.SERVICE_UNHEALTHY.slug()))))
                .toList();
        return AlarmStatusWidget.Builder.create()
                .title("Services")
                .alarms(alarms)
                .width(WIDTH)
                .height(Math.ceilDiv(services.size(), 8) + 2)
                .build();
    }

    private static GraphWidget graph(int inARow, String title, Stream<? extends IMetric> lines) {
        return GraphWidget.Builder.create()
                .title(title)
                .left(lines.toList())
                .width(WIDTH / inARow)
                .height(HEIGHT)
                .build();
    }

    private Metric gateway(ServiceDefinition service, String name, String statistic) {
        return Metric.Builder.create()
                .namespace("AWS/ApiGateway")
                .metricName(name)
                .dimensionsMap(Ordered.map("ApiName", stage.stack(service), "Stage", stage.name()))
                .statistic(statistic)
                .period(MINUTE)
                .label(service.name())
                .build();
    }

    private Metric own(ServiceDefinition service, Measure measure) {
        return metric(service, measure.metric(), "Sum");
    }

    private Metric metric(ServiceDefinition service, String name, String statistic) {
        return Metric.Builder.create()
                .namespace(stage.metricsNamespace())
                .metricName(name)
                .dimensionsMap(Ordered.map(Measure.SERVICE, service.name()))
                .statistic(statistic)
                .period(MINUTE)
                .label(service.name())
                .build();
    }

    private IMetric errors(ServiceDefinition service) {
        return over(service, "SUM", kinds(service).map(kind -> function(service, kind, "Errors", "Sum")));
    }

    private IMetric environments(ServiceDefinition service) {
        return over(
                service, "SUM", kinds(service).map(kind -> function(service, kind, "ConcurrentExecutions", "Maximum")));
    }

    private IMetric oldest(ServiceDefinition service) {
        return over(
                service,
                "MAX",
                service.subscriptions().stream()
                        .map(subscription -> Metric.Builder.create()
                                .namespace("AWS/SQS")
                                .metricName("ApproximateAgeOfOldestMessage")
                                .dimensionsMap(Ordered.map("QueueName", stage.queue(subscription)))
                                .statistic("Maximum")
                                .build()));
    }

    private Stream<FunctionKind> kinds(ServiceDefinition service) {
        return FunctionKind.of(service, withApi.contains(service)).stream();
    }

    private Metric function(ServiceDefinition service, FunctionKind kind, String name, String statistic) {
        return Metric.Builder.create()
                .namespace("AWS/Lambda")
                .metricName(name)
                .dimensionsMap(Ordered.map("FunctionName", stage.function(service, kind)))
                .statistic(statistic)
                .build();
    }

    /** One line for a service out of several of its metrics; CloudWatch wants names of letters and digits for them. */
    private static IMetric over(ServiceDefinition service, String function, Stream<Metric> metrics) {
        String prefix = service.name().replace('-', '_');
        Map<String, IMetric> named = new LinkedHashMap<>();
        metrics.forEach(metric -> named.put(
                "%s_%s_%d".formatted(prefix, function.toLowerCase(java.util.Locale.ROOT), named.size()), metric));
        return MathExpression.Builder.create()
                .expression("%s([%s])".formatted(function, String.join(",", named.keySet())))
                .usingMetrics(named)
                .label(service.name())
                .period(MINUTE)
                .build();
    }
}
