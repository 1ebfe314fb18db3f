package org.tctf.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tctf.blueprint.FunctionKind;
import org.tctf.kernel.service.Criticality;
import org.tctf.kernel.service.ServiceDefinition;

/** What holds for every service's stack, whatever its definition says. */
class ServiceStackTest {
    private static final Stacks PROD = Stacks.prod();

    static Stream<ServiceDefinition> services() {
        return Stacks.services();
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyFunctionIsTracedLogsJsonAndStartsFromASnapshotOrIsKeptWarm(ServiceDefinition service) {
        Template stack = PROD.of(service);
        Map<String, JsonNode> functions = stack.named("AWS::Lambda::Function", "FunctionName");
        String warm = PROD.settings.stage().function(service, FunctionKind.API);

        assertThat(functions).isNotEmpty();
        functions.forEach((name, function) -> {
            assertThat(function.path("Runtime").asText()).isEqualTo("java25");
            assertThat(stack.texts(function.path("Architectures"))).containsExactly("arm64");
            assertThat(function.at("/TracingConfig/Mode").asText()).isEqualTo("Active");
            assertThat(function.at("/LoggingConfig/LogFormat").asText()).isEqualTo("JSON");
            assertThat(stack.text(function.at("/LoggingConfig/LogGroup"))).isEqualTo("/aws/lambda/" + name);
            boolean isKeptWarm = name.equals(warm) && service.criticality() == Criticality.CRITICAL;
            assertThat(function.has("SnapStart")).as(name).isNotEqualTo(isKeptWarm);
        });
    }

    @ParameterizedTest
    @MethodSource("services")
    void onlyTheApisOfCriticalServicesAreKeptWarm(ServiceDefinition service) {
        Template stack = PROD.of(service);

        List<String> warm = stack.all("AWS::Lambda::Alias").values().stream()
                .filter(alias -> alias.has("ProvisionedConcurrencyConfig"))
                .map(alias -> stack.text(alias.path("FunctionName")))
                .toList();

        assertThat(warm)
                .isEqualTo(
                        service.criticality() == Criticality.CRITICAL && PROD.apis.hasRoutes(service)
                                ? List.of(PROD.settings.stage().function(service, FunctionKind.API))
                                : List.of());
    }

    @ParameterizedTest
    @MethodSource("services")
    void callersUseTheAliasAndANewVersionTakesOverBitByBit(ServiceDefinition service) {
        Template stack = PROD.of(service);
        int functions = stack.all("AWS::Lambda::Function").size();

        assertThat(stack.all("AWS::Lambda::Alias").values())
                .hasSize(functions)
                .allSatisfy(alias -> assertThat(alias.path("Name").asText()).isEqualTo("live"));
        assertThat(stack.all("AWS::CodeDeploy::DeploymentGroup").values())
                .hasSize(functions)
                .allSatisfy(group -> {
                    assertThat(group.path("DeploymentConfigName").asText())
                            .isEqualTo("CodeDeployDefault.LambdaCanary10Percent5Minutes");
                    assertThat(stack.texts(group.at("/AutoRollbackConfiguration/Events")))
                            .contains("DEPLOYMENT_STOP_ON_ALARM");
                    assertThat(group.at("/AlarmConfiguration/Alarms")).isNotEmpty();
                });
        assertThat(stack.all("AWS::CodeDeploy::Application")).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("services")
    void theTableSurvivesItsStackAndCanBeRestored(ServiceDefinition service) {
        Template stack = PROD.of(service);
        JsonNode table = stack.only("AWS::DynamoDB::GlobalTable");
        JsonNode replica = table.path("Replicas").path(0);

        assertThat(table.path("BillingMode").asText()).isEqualTo("PAY_PER_REQUEST");
        assertThat(replica.path("DeletionProtectionEnabled").asBoolean()).isTrue();
        assertThat(replica.at("/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled")
                        .asBoolean())
                .isTrue();
        assertThat(replica.at("/PointInTimeRecoverySpecification/RecoveryPeriodInDays")
                        .asInt())
                .isEqualTo(35);
        assertThat(stack.text(replica.at("/SSESpecification/KMSMasterKeyId"))).endsWith("/data-key-arn");
        stack.json().path("Resources").forEach(resource -> {
            if (resource.path("Type").asText().equals("AWS::DynamoDB::GlobalTable")) {
                assertThat(resource.path("DeletionPolicy").asText()).isEqualTo("Retain");
            }
        });
    }

    @ParameterizedTest
    @MethodSource("services")
    void aMessageIsHiddenSixTimesAsLongAsAnInvocationMayTake(ServiceDefinition service) {
        Template stack = PROD.of(service);
        if (service.subscriptions().isEmpty()) {
            return;
        }
        int timeout = stack.named("AWS::Lambda::Function", "FunctionName")
                .get(PROD.settings.stage().function(service, FunctionKind.QUEUES))
                .path("Timeout")
                .asInt();
        Map<String, JsonNode> queues = stack.named("AWS::SQS::Queue", "QueueName");

        service.subscriptions()
                .forEach(subscription -> assertThat(
                                queues.get(PROD.settings.stage().queue(subscription))
                                        .path("VisibilityTimeout")
                                        .asInt())
                        .isEqualTo(6 * timeout));
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyQueueIsEncryptedAndTakesNothingOverPlainConnections(ServiceDefinition service) {
        Template stack = PROD.of(service);

        assertThat(stack.all("AWS::SQS::Queue").values())
                .allSatisfy(queue ->
                        assertThat(stack.text(queue.path("KmsMasterKeyId"))).endsWith("/data-key-arn"));
        assertThat(stack.all("AWS::SQS::QueuePolicy").values())
                .hasSameSizeAs(stack.all("AWS::SQS::Queue").values())
                .allSatisfy(policy -> assertThat(policy.path("PolicyDocument").toString())
                        .contains("\"aws:SecureTransport\":\"false\""));
    }

    @ParameterizedTest
    @MethodSource("services")
    void aDeadLetterQueueServesOneQueueAndKeepsLongerThanThat(ServiceDefinition service) {
        Template stack = PROD.of(service);
        Map<String, JsonNode> queues = stack.named("AWS::SQS::Queue", "QueueName");

        service.subscriptions().forEach(subscription -> {
            String name = PROD.settings.stage().queue(subscription);
            JsonNode dead = queues.get(PROD.settings.stage().deadLetters(subscription));
            assertThat(queues.get(name).has("MessageRetentionPeriod"))
                    .as("SQS's own four days")
                    .isFalse();
            assertThat(dead.path("MessageRetentionPeriod").asInt()).isEqualTo(14 * 24 * 60 * 60);
            assertThat(stack.texts(dead.at("/RedriveAllowPolicy/sourceQueueArns")))
                    .singleElement()
                    .asString()
                    .endsWith(":" + name);
        });
    }

    @ParameterizedTest
    @MethodSource("services")
    void noMoreMessagesAreWorkedAtSideBySideThanTheDefinitionSays(ServiceDefinition service) {
        Template stack = PROD.of(service);
        Map<String, JsonNode> mappings = stack.named("AWS::Lambda::EventSourceMapping", "EventSourceArn");

        service.subscriptions().forEach(subscription -> {
            JsonNode mapping = mappings.get("arn of " + PROD.settings.stage().queue(subscription));
            int sideBySide = mapping.path("BatchSize").asInt()
                    * mapping.at("/ScalingConfig/MaximumConcurrency").asInt();
            assertThat(sideBySide).isBetween(1, Math.max(2, subscription.concurrency()));
            assertThat(stack.texts(mapping.path("FunctionResponseTypes"))).containsExactly("ReportBatchItemFailures");
        });
    }

    @ParameterizedTest
    @MethodSource("services")
    void allLogsEndAndAreEncrypted(ServiceDefinition service) {
        Template stack = PROD.of(service);

        assertThat(stack.all("AWS::Logs::LogGroup").values()).isNotEmpty().allSatisfy(group -> {
            assertThat(group.path("RetentionInDays").asInt()).isEqualTo(90);
            assertThat(stack.text(group.path("KmsKeyId"))).endsWith("/data-key-arn");
        });
    }

    @ParameterizedTest
    @MethodSource("services")
    void everythingThatCostsMoneySaysWhoseItIs(ServiceDefinition service) {
        Template stack = PROD.of(service);
        List<String> costly = List.of(
                "AWS::Lambda::Function",
                "AWS::SQS::Queue",
                "AWS::SNS::Topic",
                "AWS::Logs::LogGroup",
                "AWS::ApiGateway::RestApi",
                "AWS::ApiGateway::Stage",
                "AWS::SecretsManager::Secret",
                "AWS::CloudWatch::Alarm");

        costly.forEach(type -> stack.all(type)
                .forEach((id, properties) -> assertThat(properties.path("Tags").toString())
                        .as(id)
                        .contains(
                                tag("service", service.name()), tag("owner", service.owner()), tag("stage", "prod"))));
        assertThat(stack.only("AWS::DynamoDB::GlobalTable")
                        .at("/Replicas/0/Tags")
                        .toString())
                .contains(tag("service", service.name()), tag("criticality", ""));
    }

    private static String tag(String key, String value) {
        return "{\"Key\":\"%s\",\"Value\":\"%s".formatted(key, value);
    }
}
