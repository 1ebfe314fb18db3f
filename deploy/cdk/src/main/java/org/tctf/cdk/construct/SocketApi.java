package org.tctf.cdk.construct;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tctf.cdk.Acknowledged;
import org.tctf.cdk.AlarmKind;
import org.tctf.cdk.Json;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.apigatewayv2.CfnApi;
import software.amazon.awscdk.services.apigatewayv2.CfnIntegration;
import software.amazon.awscdk.services.apigatewayv2.CfnRoute;
import software.amazon.awscdk.services.apigatewayv2.CfnRouteResponse;
import software.amazon.awscdk.services.apigatewayv2.CfnStage;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.CfnPermission;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/**
 * A WebSocket API: {@code $connect}, {@code $disconnect}, a route for each action and {@code $default} for what is none, all
 * answered by one function, throttled and logged. The handshake needs no authorizer: its ticket is the function's to check,
 * and a web ACL cannot be put before a WebSocket API, so the function counts by address too.
 */
public final class SocketApi extends Construct {
    private static final String CONNECT = "$connect";
    private static final String DISCONNECT = "$disconnect";
    private static final String DEFAULT = "$default";

    private final CfnApi api;
    private final Own own;

    /** What differs from API to API. */
    public record Own(
            String name, String stage, String description, List<String> actions, int requestsPerSecond, int burst) {}

    /** What it is made with. */
    public record Around(Alias function, IKey key, RetentionDays logsKept, Alarms alarms) {}

    /** Nothing answers yet; the function's own settings need the API's address. */
    public SocketApi(Construct scope, String id, Own own) {
        super(scope, id);
        this.own = own;
        api = CfnApi.Builder.create(this, "Api")
                .name(own.name())
                .description(own.description())
                .protocolType("WEBSOCKET")
                .routeSelectionExpression("$request.body.action")
                .build();
    }

    public String id() {
        return api.getRef();
    }

    /** Where clients connect; with {@code https}, where its management API is. */
    public String url() {
        return "wss://%s.execute-api.%s.%s/%s".formatted(id(), Aws.REGION, Aws.URL_SUFFIX, own.stage());
    }

    /** Lets a function answer. */
    public void answeredBy(Around around) {
        CfnPermission.Builder.create(this, "Invocation")
                .action("lambda:InvokeFunction")
                .functionName(around.function().getFunctionArn())
                .principal("apigateway.amazonaws.com")
                .sourceArn("arn:%s:execute-api:%s:%s:%s/%s/*"
                        .formatted(Aws.PARTITION, Aws.REGION, Aws.ACCOUNT_ID, id(), own.stage()))
                .build();
        CfnIntegration integration = CfnIntegration.Builder.create(this, "Integration")
                .apiId(id())
                .integrationType("AWS_PROXY")
                .integrationUri("arn:%s:apigateway:%s:lambda:path/2015-03-31/functions/%s/invocations"
                        .formatted(Aws.PARTITION, Aws.REGION, around.function().getFunctionArn()))
                .build();
        Stream.of(CONNECT, DISCONNECT).forEach(route -> route(route, integration, false));
        Stream.concat(own.actions().stream().sorted(), Stream.of(DEFAULT))
                .forEach(route -> route(route, integration, true));
        stage(around);
        alarms(around.alarms());
    }

    private void route(String key, CfnIntegration integration, boolean isAnswered) {
        String id = "Route-" + key.replace("$", "");
        CfnRoute.Builder builder = CfnRoute.Builder.create(this, id)
                .apiId(this.id())
                .routeKey(key)
                .authorizationType("NONE")
                .target("integrations/" + integration.getRef());
        if (isAnswered) {
            builder.routeResponseSelectionExpression(DEFAULT);
        }
        CfnRoute route = builder.build();
        Acknowledged.TICKET.on(route);
        if (isAnswered) {
            CfnRouteResponse.Builder.create(this, id + "-response")
                    .apiId(this.id())
                    .routeId(route.getRef())
                    .routeResponseKey(DEFAULT)
                    .build();
        }
    }

    private void stage(Around around) {
        LogGroup access = LogGroup.Builder.create(this, "AccessLogs")
                .logGroupName("/aws/apigateway/" + own.name())
                .encryptionKey(around.key())
                .retention(around.logsKept())
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        LogGroup execution = LogGroup.Builder.create(this, "ExecutionLogs")
                // The gateway would make this group itself, and keep it for ever.
                .logGroupName("/aws/apigateway/%s/%s".formatted(id(), own.stage()))
                .encryptionKey(around.key())
                .retention(around.logsKept())
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        CfnStage stage = CfnStage.Builder.create(this, "Stage")
                .apiId(id())
                .stageName(own.stage())
                .autoDeploy(true)
                .accessLogSettings(CfnStage.AccessLogSettingsProperty.builder()
                        .destinationArn(access.getLogGroupArn())
                        .format(Json.text(accessLine()))
                        .build())
                .defaultRouteSettings(CfnStage.RouteSettingsProperty.builder()
                        .throttlingRateLimit(own.requestsPerSecond())
                        .throttlingBurstLimit(own.burst())
                        .detailedMetricsEnabled(true)
                        .loggingLevel("ERROR")
                        .dataTraceEnabled(false)
                        .build())
                .build();
        stage.getNode().addDependency(execution);
    }

    private void alarms(Alarms alarms) {
        alarms.on(this, AlarmKind.API_ERRORS, "socket", metric("IntegrationError", "Sum"), Alarms.Rings.soonAt(3));
        alarms.on(
                this,
                AlarmKind.API_LATENCY,
                "socket",
                metric("IntegrationLatency", "p99"),
                new Alarms.Rings(2_000, 5, 5));
    }

    private Metric metric(String name, String statistic) {
        return Metric.Builder.create()
                .namespace("AWS/ApiGateway")
                .metricName(name)
                .dimensionsMap(Ordered.map("ApiId", id(), "Stage", own.stage()))
                .statistic(statistic)
                .period(software.amazon.awscdk.Duration.minutes(1))
                .build();
    }

    /** No query string, in which the ticket stands, and no message. */
    private static Map<String, Object> accessLine() {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("requestId", "$context.requestId");
        line.put("time", "$context.requestTimeEpoch");
        line.put("event", "$context.eventType");
        line.put("route", "$context.routeKey");
        line.put("connection", "$context.connectionId");
        line.put("status", "$context.status");
        line.put("functionMs", "$context.integration.latency");
        line.put("functionStatus", "$context.integration.status");
        line.put("functionError", "$context.integration.error");
        line.put("refusedBy", "$context.error.responseType");
        line.put("address", "$context.identity.sourceIp");
        return line;
    }
}
