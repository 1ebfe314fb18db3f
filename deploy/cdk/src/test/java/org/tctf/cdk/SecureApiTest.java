package org.tctf.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tctf.kernel.service.ServiceDefinition;

/** An API is its OpenAPI document, and nothing else is reachable. */
class SecureApiTest {
    private static final Stacks PROD = Stacks.prod();

    static Stream<ServiceDefinition> services() {
        return Stacks.services().filter(PROD.apis::hasRoutes);
    }

    /** Methods by name, {@code GET /v1/users/{}}: what a variable is called is nobody's concern. */
    private static Map<String, JsonNode> methods(Template stack) {
        Map<String, JsonNode> resources = stack.all("AWS::ApiGateway::Resource");
        Map<String, JsonNode> methods = new TreeMap<>();
        stack.all("AWS::ApiGateway::Method").values().forEach(method -> {
            StringBuilder path = new StringBuilder();
            String id = method.path("ResourceId").path("Ref").asText();
            while (resources.containsKey(id)) {
                path.insert(0, "/" + resources.get(id).path("PathPart").asText());
                id = resources.get(id).path("ParentId").path("Ref").asText();
            }
            methods.put(method.path("HttpMethod").asText() + " " + anonymous(path.toString()), method);
        });
        return methods;
    }

    private static Map<String, JsonNode> operations(ServiceDefinition service) {
        Map<String, JsonNode> operations = new TreeMap<>();
        PROD.apis
                .of(service)
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> operations.put(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + anonymous(path.getKey()),
                                operation.getValue())));
        return operations;
    }

    private static String anonymous(String path) {
        return path.replaceAll("\\{[^}]*}", "{}");
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyOperationIsAMethodAndEveryMethodAnOperation(ServiceDefinition service) {
        List<String> expected = new ArrayList<>(operations(service).keySet());
        operations(service).keySet().stream()
                .filter(name -> name.startsWith("GET "))
                .map(name -> name.replace("GET ", "HEAD "))
                .forEach(expected::add);

        assertThat(methods(PROD.of(service)).keySet()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @MethodSource("services")
    void aTokenIsNeededWhereTheDocumentSaysSo(ServiceDefinition service) {
        Map<String, JsonNode> operations = operations(service);

        methods(PROD.of(service)).forEach((name, method) -> {
            JsonNode security = operations.get(name.replace("HEAD ", "GET ")).path("security");
            boolean isPublic = security.path(0).isObject() && security.path(0).isEmpty();
            assertThat(method.path("AuthorizationType").asText()).as(name).isEqualTo(isPublic ? "NONE" : "CUSTOM");
            assertThat(method.has("AuthorizerId")).as(name).isNotEqualTo(isPublic);
        });
    }

    @ParameterizedTest
    @MethodSource("services")
    void requiredBodiesAndParametersAreCheckedBeforeTheFunctionIsCalled(ServiceDefinition service) {
        Template stack = PROD.of(service);
        Map<String, JsonNode> operations = operations(service);

        methods(stack).forEach((name, method) -> {
            JsonNode operation = operations.get(name.replace("HEAD ", "GET "));
            assertThat(method.has("RequestValidatorId")).as(name).isTrue();
            // The gateway knows models of JSON alone; what else comes in is checked by the pipeline.
            JsonNode body = operation.path("requestBody");
            assertThat(method.has("RequestModels"))
                    .as(name)
                    .isEqualTo(body.path("required").asBoolean()
                            && body.path("content").has("application/json"));
            List<String> required = new ArrayList<>();
            operation.path("parameters").forEach(parameter -> {
                if (parameter.path("required").asBoolean()
                        && parameter.path("in").asText().equals("query")) {
                    required.add("method.request.querystring."
                            + parameter.path("name").asText());
                }
            });
            List<String> checked = new ArrayList<>();
            method.path("RequestParameters").fieldNames().forEachRemaining(checked::add);
            assertThat(checked).as(name).containsExactlyInAnyOrderElementsOf(required);
        });
        JsonNode validator = stack.only("AWS::ApiGateway::RequestValidator");
        assertThat(validator.path("ValidateRequestBody").asBoolean()).isTrue();
        assertThat(validator.path("ValidateRequestParameters").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("services")
    void oneFunctionAnswersAllByItsAlias(ServiceDefinition service) {
        Template stack = PROD.of(service);

        assertThat(methods(stack).values())
                .isNotEmpty()
                .extracting(method -> method.path("Integration").path("Uri").toString())
                .allSatisfy(uri -> assertThat(uri).contains("FunctionapiLive"));
        assertThat(stack.only("AWS::ApiGateway::Authorizer")
                        .path("AuthorizerUri")
                        .toString())
                .contains("FunctionauthorizerLive");
    }

    @ParameterizedTest
    @MethodSource("services")
    void theStageIsThrottledTracedLoggedAndBehindTheWebAcl(ServiceDefinition service) {
        Template stack = PROD.of(service);
        JsonNode stage = stack.only("AWS::ApiGateway::Stage");
        JsonNode all = stage.path("MethodSettings").path(0);

        assertThat(stage.path("StageName").asText()).isEqualTo("prod");
        assertThat(stage.path("TracingEnabled").asBoolean()).isTrue();
        assertThat(all.path("ThrottlingRateLimit").asInt()).isEqualTo(PROD.settings.requestsPerSecond());
        assertThat(all.path("LoggingLevel").asText()).isEqualTo("ERROR");
        assertThat(all.path("DataTraceEnabled").asBoolean())
                .as("bodies in the log")
                .isFalse();
        JsonNode line = Json.tree(stage.at("/AccessLogSetting/Format").asText());
        assertThat(line.path("status").asText()).isEqualTo("$context.status");
        assertThat(line.toString()).doesNotContain("querystring", "header", "apiKey");
        assertThat(stack.text(stack.only("AWS::WAFv2::WebACLAssociation").path("WebACLArn")))
                .endsWith("/web-acl-arn");
    }

    @ParameterizedTest
    @MethodSource("services")
    void whatTheGatewaySaysItselfIsAProblemDocumentThatRepeatsNothing(ServiceDefinition service) {
        Map<String, JsonNode> answers = PROD.of(service).named("AWS::ApiGateway::GatewayResponse", "ResponseType");

        assertThat(answers)
                .containsKeys("DEFAULT_4XX", "DEFAULT_5XX", "UNAUTHORIZED", "ACCESS_DENIED", "BAD_REQUEST_BODY");
        answers.forEach((type, answer) -> {
            JsonNode problem =
                    Json.tree(answer.at("/ResponseTemplates/application~1json").asText());
            assertThat(problem.path("status").asText())
                    .as(type)
                    .isEqualTo(answer.path("StatusCode").asText());
            assertThat(problem.path("code").asText()).as(type).matches("[A-Z_]+");
            assertThat(problem.path("type").asText())
                    .as(type)
                    .isEqualTo("/problems/"
                            + problem.path("code")
                                    .asText()
                                    .toLowerCase(Locale.ROOT)
                                    .replace('_', '-'));
            assertThat(problem.path("detail").asText()).as(type).endsWith(".").doesNotContain("$");
            assertThat(answer.at("/ResponseParameters/gatewayresponse.header.Content-Type")
                            .asText())
                    .as(type)
                    .isEqualTo("'application/problem+json'");
        });
    }

    @ParameterizedTest
    @MethodSource("services")
    void pagesOfOtherOriginsAreNotLetInUnlessTheStageNamesThem(ServiceDefinition service) {
        assertThat(PROD.settings.corsOrigins()).isEmpty();
        assertThat(methods(PROD.of(service)).keySet()).noneMatch(name -> name.startsWith("OPTIONS "));
        assertThat(PROD.of(service).json().toString()).doesNotContain("Access-Control-Allow-Origin");
    }

    @ParameterizedTest
    @MethodSource("services")
    void othersFindItsAddress(ServiceDefinition service) {
        JsonNode parameter = PROD.of(service).only("AWS::SSM::Parameter");

        assertThat(parameter.path("Name").asText())
                .isEqualTo(PROD.settings.stage().apiAddressParameter(service));
    }
}
