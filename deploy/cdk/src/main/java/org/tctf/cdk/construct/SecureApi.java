package org.tctf.cdk.construct;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.tctf.cdk.Acknowledged;
import org.tctf.cdk.AlarmKind;
import org.tctf.cdk.Json;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.apigateway.AccessLogFormat;
import software.amazon.awscdk.services.apigateway.AuthorizationType;
import software.amazon.awscdk.services.apigateway.CfnGatewayResponse;
import software.amazon.awscdk.services.apigateway.CfnModel;
import software.amazon.awscdk.services.apigateway.Deployment;
import software.amazon.awscdk.services.apigateway.EndpointConfiguration;
import software.amazon.awscdk.services.apigateway.EndpointType;
import software.amazon.awscdk.services.apigateway.IModel;
import software.amazon.awscdk.services.apigateway.IResource;
import software.amazon.awscdk.services.apigateway.LambdaIntegration;
import software.amazon.awscdk.services.apigateway.LogGroupLogDestination;
import software.amazon.awscdk.services.apigateway.Method;
import software.amazon.awscdk.services.apigateway.MethodLoggingLevel;
import software.amazon.awscdk.services.apigateway.MethodOptions;
import software.amazon.awscdk.services.apigateway.Model;
import software.amazon.awscdk.services.apigateway.RequestValidator;
import software.amazon.awscdk.services.apigateway.RestApi;
import software.amazon.awscdk.services.apigateway.StageOptions;
import software.amazon.awscdk.services.apigateway.TokenAuthorizer;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.wafv2.CfnWebACLAssociation;
import software.constructs.Construct;

/**
 * A REST API made of an OpenAPI document: a method for each of its operations, whose bodies and required parameters the
 * gateway checks, whose callers need a token where the document says so, behind the web ACL, throttled, traced and logged.
 * One function answers all; nothing else is reachable.
 */
public final class SecureApi extends Construct {
    private final RestApi api;
    private final Deployment deployment;
    private final JsonNode document;
    private final Own own;
    private final Map<String, IResource> resources = new HashMap<>();

    /** What differs from API to API. */
    public record Own(
            String name,
            String stage,
            String description,
            int requestsPerSecond,
            int burst,
            Duration slow,
            List<String> corsOrigins,
            Duration authorizerKept) {}

    /** What it is made with. */
    public record Around(
            Alias function, Alias authorizer, String webAclArn, IKey key, RetentionDays logsKept, Alarms alarms) {}

    public SecureApi(Construct scope, String id, JsonNode document, Own own, Around around) {
        super(scope, id);
        this.document = document;
        this.own = own;
        LogGroup access = logs("AccessLogs", "/aws/apigateway/" + own.name(), around);
        api = RestApi.Builder.create(this, "Api")
                .restApiName(own.name())
                .description(own.description())
                .cloudWatchRole(false)
                .endpointConfiguration(EndpointConfiguration.builder()
                        .types(List.of(EndpointType.REGIONAL))
                        .build())
                .deployOptions(StageOptions.builder()
                        .stageName(own.stage())
                        .tracingEnabled(true)
                        .metricsEnabled(true)
                        .loggingLevel(MethodLoggingLevel.ERROR)
                        .dataTraceEnabled(false)
                        .throttlingRateLimit(own.requestsPerSecond())
                        .throttlingBurstLimit(own.burst())
                        .accessLogDestination(new LogGroupLogDestination(access))
                        .accessLogFormat(AccessLogFormat.custom(Json.text(accessLine())))
                        .build())
                .build();
        deployment = Objects.requireNonNull(api.getLatestDeployment());
        // The gateway would make this group itself, and keep it for ever.
        api.getDeploymentStage()
                .getNode()
                .addDependency(logs(
                        "ExecutionLogs",
                        "API-Gateway-Execution-Logs_%s/%s".formatted(api.getRestApiId(), own.stage()),
                        around));
        methods(around);
        problems();
        CfnWebACLAssociation.Builder.create(this, "WebAcl")
                .resourceArn(api.getDeploymentStage().getStageArn())
                .webAclArn(around.webAclArn())
                .build();
        alarms(around.alarms());
    }

    /** Where it answers. */
    public String url() {
        return api.getUrl();
    }

    private void methods(Around around) {
        RequestValidator validator = RequestValidator.Builder.create(this, "Validator")
                .restApi(api)
                .validateRequestBody(true)
                .validateRequestParameters(true)
                .build();
        TokenAuthorizer authorizer = TokenAuthorizer.Builder.create(this, "Authorizer")
                .handler(around.authorizer())
                .resultsCacheTtl(software.amazon.awscdk.Duration.seconds(
                        own.authorizerKept().toSeconds()))
                .build();
        LambdaIntegration integration = LambdaIntegration.Builder.create(around.function())
                .scopePermissionToMethod(false)
                .build();
        sorted(document.path("paths")).forEach((path, operations) -> {
            IResource resource = resource(path);
            sorted(operations).forEach((method, operation) -> {
                MethodOptions.Builder options = MethodOptions.builder()
                        .operationName(operation.path("operationId").asText())
                        .requestValidator(validator)
                        .requestParameters(required(operation));
                model(operation).ifPresent(model -> options.requestModels(Ordered.map("application/json", model)));
                if (needsToken(operation)) {
                    options.authorizationType(AuthorizationType.CUSTOM).authorizer(authorizer);
                } else {
                    options.authorizationType(AuthorizationType.NONE);
                }
                method(resource, method, integration, options.build());
                if (method.equals("get")) {
                    // Whoever looks whether a link is alive asks by HEAD (RFC 9110 §9.3.2); no document lists it.
                    method(resource, "head", integration, options.build());
                }
            });
            if (!own.corsOrigins().isEmpty()) {
                // Answered by the function, which knows the origins and the headers; a browser asks once an hour.
                method(
                        resource,
                        "options",
                        integration,
                        MethodOptions.builder()
                                .authorizationType(AuthorizationType.NONE)
                                .build());
            }
        });
    }

    private static void method(IResource resource, String name, LambdaIntegration integration, MethodOptions options) {
        Method method = resource.addMethod(name.toUpperCase(Locale.ROOT), integration, options);
        Acknowledged.TOKENS_OF_OUR_OWN.on(method);
        if (options.getAuthorizationType() == AuthorizationType.NONE) {
            Acknowledged.PUBLIC_OPERATION.on(method);
        }
    }

    /** At one place of a path the gateway takes one variable, whatever the documents call it; the function knows its own. */
    private IResource resource(String path) {
        IResource resource = api.getRoot();
        StringBuilder place = new StringBuilder();
        for (String segment : path.substring(1).split("/")) {
            place.append('/').append(segment.startsWith("{") ? "{}" : segment);
            IResource parent = resource;
            resource = resources.computeIfAbsent(place.toString(), none -> parent.addResource(segment));
        }
        return resource;
    }

    private Optional<IModel> model(JsonNode operation) {
        String id = operation.path("operationId").asText();
        return RequestModel.of(operation, document).map(schema -> {
            CfnModel model = CfnModel.Builder.create(this, id + "-body")
                    .restApiId(api.getRestApiId())
                    .contentType("application/json")
                    .schema(schema)
                    .build();
            // A method refers to its model by name: without this, a changed schema would never be deployed.
            deployment.addToLogicalId(schema);
            deployment.getNode().addDependency(model);
            return Model.fromModelName(this, id + "-model", model.getRef());
        });
    }

    /** Query and header parameters that have to be there; their values are the function's to judge. */
    private Map<String, Boolean> required(JsonNode operation) {
        Map<String, Boolean> required = new TreeMap<>();
        for (JsonNode reference : operation.path("parameters")) {
            String pointer = reference.path("$ref").asText();
            JsonNode parameter = pointer.isEmpty() ? reference : document.at(pointer.substring(1));
            String in = parameter.path("in").asText();
            if (parameter.path("required").asBoolean() && !in.equals("path")) {
                required.put(
                        "method.request.%s.%s"
                                .formatted(
                                        in.equals("query") ? "querystring" : in,
                                        parameter.path("name").asText()),
                        true);
            }
        }
        return required;
    }

    private void problems() {
        Map<String, String> headers = own.corsOrigins().isEmpty()
                ? Map.of()
                // What the gateway says itself is the same for everybody, and carries nothing of the caller's.
                : Ordered.map("Access-Control-Allow-Origin", "'*'");
        for (GatewayProblem problem : GatewayProblem.values()) {
            CfnGatewayResponse response = problem.in(this, api.getRestApiId(), headers);
            deployment.addToLogicalId(problem.template() + headers);
            deployment.getNode().addDependency(response);
        }
    }

    private void alarms(Alarms alarms) {
        alarms.on(
                this,
                AlarmKind.API_ERRORS,
                "api",
                api.getDeploymentStage().metricServerError(statistic("Sum")),
                Alarms.Rings.soonAt(3));
        alarms.on(
                this,
                AlarmKind.API_LATENCY,
                "api",
                api.getDeploymentStage().metricLatency(statistic("p99")),
                new Alarms.Rings(own.slow().toMillis(), 5, 5));
    }

    private LogGroup logs(String id, String name, Around around) {
        return LogGroup.Builder.create(this, id)
                .logGroupName(name)
                .encryptionKey(around.key())
                .retention(around.logsKept())
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
    }

    private static MetricOptions statistic(String statistic) {
        return MetricOptions.builder()
                .statistic(statistic)
                .period(software.amazon.awscdk.Duration.minutes(1))
                .build();
    }

    /** An operation that may be called without a token lists "no scheme at all" among its alternatives. */
    private static boolean needsToken(JsonNode operation) {
        for (JsonNode alternative : operation.path("security")) {
            if (alternative.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** No query string, in which a link's token may stand, and no header. */
    private static Map<String, Object> accessLine() {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("requestId", "$context.requestId");
        line.put("traceId", "$context.xrayTraceId");
        line.put("time", "$context.requestTimeEpoch");
        line.put("method", "$context.httpMethod");
        line.put("route", "$context.resourcePath");
        line.put("status", "$context.status");
        line.put("latencyMs", "$context.responseLatency");
        line.put("functionMs", "$context.integration.latency");
        line.put("functionStatus", "$context.integration.status");
        line.put("functionError", "$context.integration.error");
        line.put("refusedBy", "$context.error.responseType");
        line.put("waf", "$context.waf.status");
        line.put("member", "$context.authorizer.principalId");
        line.put("address", "$context.identity.sourceIp");
        line.put("bytes", "$context.responseLength");
        return line;
    }

    private static Map<String, JsonNode> sorted(JsonNode object) {
        Map<String, JsonNode> sorted = new TreeMap<>();
        object.properties().forEach(field -> sorted.put(field.getKey(), field.getValue()));
        return sorted;
    }
}
