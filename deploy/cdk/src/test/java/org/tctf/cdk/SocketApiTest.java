package org.tctf.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tctf.blueprint.FunctionKind;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.service.Socket;

/** A service's WebSocket API is that of its definition; who has none has no such API. */
class SocketApiTest {
    private static final Stacks PROD = Stacks.prod();

    static Stream<ServiceDefinition> services() {
        return Stacks.services();
    }

    static Stream<ServiceDefinition> withSocket() {
        return services().filter(service -> service.socket() != null);
    }

    @ParameterizedTest
    @MethodSource("services")
    void aServiceHasAWebSocketApiIfItsDefinitionSaysSo(ServiceDefinition service) {
        assertThat(PROD.of(service).has("AWS::ApiGatewayV2::Api")).isEqualTo(service.socket() != null);
    }

    @ParameterizedTest
    @MethodSource("withSocket")
    void itsRoutesAreTheActionsAndWhatEveryWebSocketHas(ServiceDefinition service) {
        Template stack = PROD.of(service);
        Set<String> routes = Stream.concat(
                        Stream.of("$connect", "$disconnect", "$default", Socket.PING),
                        service.requireSocket().actions().stream().map(Socket.Action::name))
                .collect(Collectors.toSet());

        Map<String, JsonNode> made = stack.named("AWS::ApiGatewayV2::Route", "RouteKey");

        assertThat(made.keySet()).isEqualTo(routes);
        assertThat(stack.only("AWS::ApiGatewayV2::Api")
                        .path("RouteSelectionExpression")
                        .asText())
                .isEqualTo("$request.body.action");
        assertThat(made.values().stream()
                        .filter(route -> route.has("RouteResponseSelectionExpression"))
                        .count())
                .as("all but coming and going are answered")
                .isEqualTo(routes.size() - 2L)
                .isEqualTo(stack.all("AWS::ApiGatewayV2::RouteResponse").size());
    }

    @ParameterizedTest
    @MethodSource("withSocket")
    void oneFunctionAnswersAllOfThemBehindItsAlias(ServiceDefinition service) {
        Template stack = PROD.of(service);

        JsonNode integration = stack.only("AWS::ApiGatewayV2::Integration");

        assertThat(integration.path("IntegrationType").asText()).isEqualTo("AWS_PROXY");
        assertThat(integration.path("IntegrationUri").toString())
                .contains("Functionsocket")
                .contains("invocations");
        assertThat(stack.named("AWS::Lambda::Function", "FunctionName"))
                .containsKey(PROD.settings.stage().function(service, FunctionKind.SOCKET));
    }

    @ParameterizedTest
    @MethodSource("withSocket")
    void itIsThrottledAndLoggedWithoutTicketsAndMessages(ServiceDefinition service) {
        JsonNode stage = PROD.of(service).only("AWS::ApiGatewayV2::Stage");

        assertThat(stage.at("/DefaultRouteSettings/ThrottlingRateLimit").asInt())
                .isEqualTo(PROD.settings.requestsPerSecond());
        assertThat(stage.at("/DefaultRouteSettings/ThrottlingBurstLimit").asInt())
                .isEqualTo(PROD.settings.burst());
        assertThat(stage.at("/DefaultRouteSettings/DataTraceEnabled").asBoolean())
                .isFalse();
        assertThat(stage.at("/AccessLogSettings/Format").asText())
                .contains("$context.connectionId", "$context.status")
                .doesNotContain("querystring", "$request");
    }

    @ParameterizedTest
    @MethodSource("withSocket")
    void onlyWhoTellsMembersSomethingMaySendAndOnlyOverThisApi(ServiceDefinition service) {
        List<String> mayManage = PROD.of(service).all("AWS::IAM::Role").entrySet().stream()
                .filter(policy -> policy.getValue().toString().contains("execute-api:ManageConnections"))
                .peek(policy -> assertThat(policy.getValue().toString())
                        .contains("/POST/@connections/*", "/DELETE/@connections/*", "SocketApi"))
                .map(Map.Entry::getKey)
                .toList();

        assertThat(mayManage).hasSize(2).allMatch(name -> name.matches("Function(queues|socket)Role.*"));
    }
}
