package org.tctf.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** No policy allows more than it names; where a name cannot be said, a reason is. */
class PoliciesTest {
    private static final Stacks PROD = Stacks.prod();

    /** Policies of AWS's own, each acknowledged with a reason. */
    private static final List<String> MANAGED = List.of(
            "arn:<AWS::Partition>:iam::aws:policy/service-role/AWSCodeDeployRoleForLambdaLimited",
            "arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs");

    private record Allowed(String stack, String role, String statement, List<String> actions, List<String> resources) {}

    private static List<Allowed> allowed() {
        List<Allowed> allowed = new ArrayList<>();
        PROD.all().forEach((name, template) -> {
            assertThat(template.has("AWS::IAM::Policy") || template.has("AWS::IAM::ManagedPolicy"))
                    .as("rights stand in the roles")
                    .isFalse();
            template.all("AWS::IAM::Role")
                    .forEach((role, properties) -> properties
                            .path("Policies")
                            .forEach(policy -> policy.at("/PolicyDocument/Statement")
                                    .forEach(statement -> allowed.add(new Allowed(
                                            name,
                                            role,
                                            statement.path("Sid").asText(),
                                            template.texts(statement.path("Action")),
                                            template.texts(statement.path("Resource")))))));
        });
        return allowed;
    }

    /** What is acknowledged: construct path without separators, and the finding. */
    private static Set<String> acknowledged() {
        Set<String> acknowledged = new HashSet<>();
        Stacks.written("validation-report.json")
                .path("pluginReports")
                .forEach(plugin -> plugin.path("suppressedViolations")
                        .forEach(finding -> finding.path("violatingConstructs")
                                .forEach(construct -> acknowledged.add(named(logicalId(
                                                construct.path("constructPath").asText())
                                        + " "
                                        + finding.path("ruleName").asText())))));
        return acknowledged;
    }

    /** What is known at deployment only stands in angle brackets; templates are read here with its name in that place. */
    private static String named(String finding) {
        return finding.replaceAll("^(\\S+) (.*)<SocketApi[0-9A-F]{8}>", "$1 $2$1-socket")
                .replaceAll("<(ObjectsBucket[0-9A-F]{8})\\.Arn>", "arn of $1");
    }

    /** {@code tctf-prod-billing/Function-api/Role} as the template's id begins: {@code tctf-prod-billing Functionapi…}. */
    private static String logicalId(String path) {
        String[] parts = path.split("/", 2);
        return parts[0] + " " + parts[1].replaceAll("[^A-Za-z0-9]", "");
    }

    @Test
    void noActionIsAPattern() {
        assertThat(allowed())
                .isNotEmpty()
                .allSatisfy(grant -> assertThat(grant.actions())
                        .as(grant.toString())
                        .isNotEmpty()
                        .noneMatch(action -> action.contains("*")));
    }

    @Test
    void aResourceIsAPatternOnlyForAnAcknowledgedReason() {
        Set<String> acknowledged = acknowledged();
        for (Allowed grant : allowed()) {
            String role = grant.stack() + " " + grant.role().replaceAll("[0-9A-F]{8}$", "");
            grant.resources().stream()
                    .filter(resource -> resource.contains("*"))
                    .forEach(resource -> assertThat(acknowledged)
                            .as(grant.toString())
                            .contains("%s AwsSolutions-IAM5[Resource::%s]".formatted(role, resource)));
        }
    }

    @Test
    void thePatternsAreLogsStreamsConnectionsObjectsTracesAndAlarmsOfAlarms() {
        Set<String> names = new HashSet<>();
        allowed().stream()
                .filter(grant -> grant.resources().stream().anyMatch(resource -> resource.contains("*")))
                .forEach(grant -> names.add(grant.statement().replaceFirst("^Objects.*", "Objects")));

        assertThat(names).containsExactlyInAnyOrder("Alarms", "Connections", "Objects", "OwnLogs", "Streams", "Traces");
    }

    @Test
    void policiesOfAwsAreTheTwoThatItsServicesAskFor() {
        PROD.all()
                .values()
                .forEach(template -> template.all("AWS::IAM::Role").values().stream()
                        .filter(role -> role.has("ManagedPolicyArns"))
                        .forEach(role -> assertThat(template.texts(role.path("ManagedPolicyArns")))
                                .isNotEmpty()
                                .isSubsetOf(MANAGED)));
    }

    @Test
    void whoeverTakesARoleIsAServiceOfAws() {
        PROD.all()
                .values()
                .forEach(template -> template.all("AWS::IAM::Role")
                        .values()
                        .forEach(role -> role.at("/AssumeRolePolicyDocument/Statement")
                                .forEach(statement -> assertThat(
                                                statement.path("Principal").toString())
                                        .matches("\\{\"Service\":\"[a-z]+\\.amazonaws\\.com\"}"))));
    }

    @Test
    void queuesTopicsAndKeysLetServicesInOnlyOnBehalfOfSomethingOfOurs() {
        for (Map.Entry<String, Template> stack : PROD.all().entrySet()) {
            for (String type : List.of("AWS::SQS::QueuePolicy", "AWS::SNS::TopicPolicy", "AWS::KMS::Key")) {
                stack.getValue().all(type).forEach((id, properties) -> {
                    JsonNode document = properties.has("PolicyDocument")
                            ? properties.path("PolicyDocument")
                            : properties.path("KeyPolicy");
                    document.path("Statement").forEach(statement -> {
                        String principal = statement.at("/Principal/Service").asText();
                        // EventBridge does not say for whom it publishes to a topic.
                        boolean isRuleToTopic =
                                type.equals("AWS::SNS::TopicPolicy") && principal.equals("events.amazonaws.com");
                        if (statement.path("Principal").has("Service")) {
                            assertThat(statement.path("Action").toString()).doesNotContain("*");
                            assertThat(statement.path("Condition").toString())
                                    .as(stack.getKey() + " " + id + " " + principal)
                                    .matches(
                                            isRuleToTopic ? "" : ".*(aws:Source(Arn|Account)|kms:EncryptionContext).*");
                        }
                    });
                });
            }
        }
    }
}
