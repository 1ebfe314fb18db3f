package org.tctf.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tctf.blueprint.Measure;
import org.tctf.blueprint.PlatformParameter;
import org.tctf.blueprint.Stage;
import org.tctf.builtinidentity.ProviderTable;
import org.tctf.kernel.service.ServiceDefinition;

/** What all services share is there once, and outlives mistakes. */
class PlatformStackTest {
    private static final Stacks PROD = Stacks.prod();
    private static final Template PLATFORM = PROD.platform();
    private static final Stage STAGE = PROD.settings.stage();

    private static JsonNode resource(String type) {
        for (JsonNode resource : PLATFORM.json().path("Resources")) {
            if (resource.path("Type").asText().equals(type)) {
                return resource;
            }
        }
        throw new AssertionError("no " + type);
    }

    @Test
    void everyParameterOfTheContractIsPublished() {
        List<String> published = new ArrayList<>();
        for (PlatformParameter parameter : PlatformParameter.values()) {
            published.add(STAGE.parameter(parameter));
        }

        assertThat(PLATFORM.named("AWS::SSM::Parameter", "Name").keySet())
                .containsExactlyInAnyOrderElementsOf(published);
    }

    @Test
    void factsGoOverOneEncryptedBusWhoseArchiveCanBeReplayed() {
        JsonNode bus = PLATFORM.only("AWS::Events::EventBus");
        JsonNode archive = PLATFORM.only("AWS::Events::Archive");

        assertThat(bus.path("Name").asText()).isEqualTo(STAGE.bus());
        assertThat(bus.has("KmsKeyIdentifier")).isTrue();
        assertThat(PLATFORM.text(bus.at("/DeadLetterConfig/Arn"))).isEqualTo("arn of " + STAGE.busDeadLetters());
        assertThat(archive.path("ArchiveName").asText()).isEqualTo(STAGE.archive());
        assertThat(PLATFORM.text(archive.path("SourceArn"))).isEqualTo("arn of " + STAGE.bus());
        assertThat(archive.path("RetentionDays").asInt()).isEqualTo(90);
        assertThat(archive.has("EventPattern")).as("everything is archived").isFalse();
    }

    @Test
    void theIdentityTableIsSortedAndTheGuardsAreNot() {
        Map<String, JsonNode> tables = PLATFORM.named("AWS::DynamoDB::GlobalTable", "TableName");

        assertThat(tables).containsOnlyKeys(STAGE.table(ProviderTable.DEFINITION), STAGE.guards());
        assertThat(tables.get(STAGE.table(ProviderTable.DEFINITION)).path("KeySchema"))
                .hasSize(2);
        assertThat(tables.get(STAGE.guards()).path("KeySchema")).hasSize(1);
        assertThat(tables.values()).allSatisfy(table -> {
            assertThat(table.at("/TimeToLiveSpecification/AttributeName").asText())
                    .isEqualTo("expiresAt");
            assertThat(table.has("StreamSpecification")).isFalse();
            assertThat(table.at("/Replicas/0/DeletionProtectionEnabled").asBoolean())
                    .isTrue();
        });
    }

    @Test
    void nobodySignsUpOrInFromOutsideAndNobodyLearnsWhoHasAnAccount() {
        JsonNode pool = PLATFORM.only("AWS::Cognito::UserPool");
        JsonNode client = PLATFORM.only("AWS::Cognito::UserPoolClient");

        assertThat(pool.at("/AdminCreateUserConfig/AllowAdminCreateUserOnly").asBoolean())
                .isTrue();
        assertThat(pool.has("UsernameAttributes") || pool.has("AliasAttributes"))
                .as("the pool knows no addresses")
                .isFalse();
        assertThat(pool.path("DeletionProtection").asText()).isEqualTo("ACTIVE");
        assertThat(pool.at("/UsernameConfiguration/CaseSensitive").asBoolean(true))
                .isFalse();
        assertThat(pool.at("/AccountRecoverySetting/RecoveryMechanisms/0/Name").asText())
                .isEqualTo("admin_only");
        assertThat(client.path("PreventUserExistenceErrors").asText()).isEqualTo("ENABLED");
        assertThat(PLATFORM.texts(client.path("ExplicitAuthFlows"))).containsExactly("ALLOW_ADMIN_USER_PASSWORD_AUTH");
        assertThat(client.path("AllowedOAuthFlowsUserPoolClient").asBoolean()).isFalse();
        assertThat(client.path("GenerateSecret").asBoolean()).isFalse();
        assertThat(resource("AWS::Cognito::UserPool").path("DeletionPolicy").asText())
                .isEqualTo("Retain");
    }

    @Test
    void keysAreRenewedEveryYearAndOutliveTheirStack() {
        assertThat(PLATFORM.named("AWS::KMS::Alias", "AliasName"))
                .containsOnlyKeys(STAGE.dataKey(), STAGE.sealingKey());
        assertThat(PLATFORM.all("AWS::KMS::Key").values())
                .hasSize(2)
                .allSatisfy(key ->
                        assertThat(key.path("EnableKeyRotation").asBoolean()).isTrue());
        assertThat(resource("AWS::KMS::Key").path("DeletionPolicy").asText()).isEqualTo("Retain");
    }

    @Test
    void theWebAclLimitsEachAddressAndKnowsKnownAttacks() {
        JsonNode acl = PLATFORM.only("AWS::WAFv2::WebACL");
        List<String> rules = new ArrayList<>();
        acl.path("Rules").forEach(rule -> rules.add(rule.path("Name").asText()));

        assertThat(rules)
                .containsExactly(
                        "requests-per-address",
                        "AWSManagedRulesAmazonIpReputationList",
                        "AWSManagedRulesKnownBadInputsRuleSet",
                        "AWSManagedRulesCommonRuleSet",
                        "AWSManagedRulesSQLiRuleSet");
        assertThat(acl.at("/Rules/0/Statement/RateBasedStatement/Limit").asInt())
                .isEqualTo(PROD.settings.requestsPerAddress());
        assertThat(acl.at("/Rules/0/Action").has("Block")).isTrue();
    }

    @Test
    void whatComesByAMailedLinkIsNotCountedByAddress() {
        assertThat(List.of("GET", "POST")).allSatisfy(method -> {
            assertThat(isCounted(method, "/v1/subscriptions/unsubscribe", "1")).isFalse();
            assertThat(isCounted(method, "/prod/v1/subscriptions/unsubscribe", "1"))
                    .isFalse();
            assertThat(isCounted(method, "/v1/subscriptions/unsubscribe", ""))
                    .as("without a token")
                    .isTrue();
        });
        assertThat(isCounted("DELETE", "/v1/subscriptions/unsubscribe", "1")).isTrue();
        assertThat(isCounted("POST", "/v1/subscriptions/unsubscribe/more", "1")).isTrue();
        assertThat(isCounted("POST", "/other/v1/subscriptions/unsubscribe", "1"))
                .isTrue();
    }

    @Test
    void everythingElseIsCountedByAddressWhateverItBrings() {
        int counted = 0;
        for (ServiceDefinition service : Stacks.services().toList()) {
            for (Map.Entry<String, JsonNode> path :
                    PROD.apis.of(service).path("paths").properties()) {
                for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                    boolean isByLink =
                            operation.getValue().at("/x-rate-limit/by").asText().equals("LINK");
                    assertThat(isCounted(operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), "1"))
                            .as(operation.getKey() + " " + path.getKey())
                            .isNotEqualTo(isByLink);
                    counted += isByLink ? 0 : 1;
                }
            }
        }
        assertThat(counted).isGreaterThan(100);
    }

    private static boolean isCounted(String method, String path, String token) {
        return holds(
                PLATFORM.only("AWS::WAFv2::WebACL").at("/Rules/0/Statement/RateBasedStatement/ScopeDownStatement"),
                method,
                path,
                token);
    }

    /** As AWS WAF tells whether a request meets a statement, for the few kinds that are used. */
    private static boolean holds(JsonNode statement, String method, String path, String token) {
        String kind = statement.fieldNames().next();
        JsonNode of = statement.path(kind);
        return switch (kind) {
            case "NotStatement" -> !holds(of.path("Statement"), method, path, token);
            case "AndStatement" -> all(of).allMatch(one -> holds(one, method, path, token));
            case "OrStatement" -> all(of).anyMatch(one -> holds(one, method, path, token));
            case "ByteMatchStatement" -> {
                assertThat(of.path("FieldToMatch").has("Method")).isTrue();
                assertThat(of.path("PositionalConstraint").asText()).isEqualTo("EXACTLY");
                yield method.equals(of.path("SearchString").asText());
            }
            case "RegexMatchStatement" -> {
                assertThat(of.path("FieldToMatch").has("UriPath")).isTrue();
                yield Pattern.compile(of.path("RegexString").asText())
                        .matcher(path)
                        .find();
            }
            case "SizeConstraintStatement" -> {
                assertThat(of.at("/FieldToMatch/SingleQueryArgument/Name").asText())
                        .isEqualTo("token");
                assertThat(of.path("ComparisonOperator").asText()).isEqualTo("GT");
                yield token.length() > of.path("Size").asInt();
            }
            default -> throw new AssertionError("an unknown kind of statement: " + kind);
        };
    }

    private static Stream<JsonNode> all(JsonNode of) {
        return of.path("Statements").valueStream();
    }

    @Test
    void theWebAclsLogHoldsNoTokens() {
        JsonNode logging = PLATFORM.only("AWS::WAFv2::LoggingConfiguration");

        assertThat(logging.path("RedactedFields").toString())
                .contains("\"Name\":\"authorization\"", "\"Name\":\"cookie\"", "QueryString");
        assertThat(logging.at("/LoggingFilter/DefaultBehavior").asText()).isEqualTo("DROP");
    }

    @Test
    void alarmsBudgetsAndUnusualCostsMayTellTheTopicAndNobodyElse() {
        JsonNode policy = PLATFORM.only("AWS::SNS::TopicPolicy").path("PolicyDocument");
        List<String> allowed = new ArrayList<>();
        policy.path("Statement").forEach(statement -> {
            if (statement.path("Effect").asText().equals("Allow")) {
                allowed.add(statement.at("/Principal/Service").asText());
            }
        });

        assertThat(allowed)
                .containsExactly("cloudwatch.amazonaws.com", "budgets.amazonaws.com", "costalerts.amazonaws.com");
        assertThat(PLATFORM.only("AWS::SNS::Topic").has("KmsMasterKeyId")).isTrue();
    }

    @Test
    void whoeverMayPublishToAnEncryptedTopicMayUseItsKeyToo() {
        String dataKey = PLATFORM.all("AWS::KMS::Key").values().stream()
                .map(JsonNode::toString)
                .filter(key -> key.contains("events.amazonaws.com"))
                .findFirst()
                .orElseThrow();

        assertThat(dataKey)
                .contains(
                        "cloudwatch.amazonaws.com",
                        "budgets.amazonaws.com",
                        "costalerts.amazonaws.com",
                        "sns.amazonaws.com",
                        "logs.");
    }

    @Test
    void theBusItsArchiveAndItsTopicsAreKnownByWhatTheyEncryptSinceEventBridgeDoesNotSayForWhom() {
        String dataKey = PLATFORM.all("AWS::KMS::Key").values().stream()
                .map(key -> key.path("KeyPolicy").path("Statement"))
                .flatMap(statements -> java.util.stream.StreamSupport.stream(statements.spliterator(), false))
                .filter(statement -> statement.toString().contains("kms:EncryptionContext:aws:"))
                .map(statement -> PLATFORM.text(statement.path("Principal").path("Service")) + " "
                        + statement.at("/Condition/ArnLike").toString())
                .reduce("", (one, other) -> one + other + "\n");

        assertThat(dataKey)
                .contains(
                        "events.amazonaws.com {\"kms:EncryptionContext:aws:events:event-bus:arn\"",
                        ":event-bus/tctf-prod-bus",
                        "events.amazonaws.com {\"kms:EncryptionContext:aws:sns:topicArn\"",
                        ":tctf-prod-*",
                        "{\"kms:EncryptionContext:aws:logs:arn\"");
    }

    @Test
    void theStagesCostsAreCountedByItsTag() {
        JsonNode budget = PLATFORM.only("AWS::Budgets::Budget");
        JsonNode monitor = PLATFORM.only("AWS::CE::AnomalyMonitor");

        assertThat(budget.at("/Budget/CostFilters/TagKeyValue/0").asText()).isEqualTo("user:stage$prod");
        assertThat(budget.at("/Budget/BudgetLimit/Amount").asInt()).isEqualTo(PROD.settings.monthlyBudget());
        assertThat(budget.path("NotificationsWithSubscribers")).hasSize(2);
        assertThat(Json.tree(monitor.path("MonitorSpecification").asText())
                        .at("/Tags/Values/0")
                        .asText())
                .isEqualTo("prod");
        assertThat(PLATFORM.only("AWS::CE::AnomalySubscription")
                        .path("ThresholdExpression")
                        .asText())
                .contains("ANOMALY_TOTAL_IMPACT_ABSOLUTE", "\"100\"");
    }

    @Test
    void oneScreenShowsTheGoldenSignalsAndTheBusinessOfAllServices() {
        String screen =
                PLATFORM.text(PLATFORM.only("AWS::CloudWatch::Dashboard").path("DashboardBody"));
        JsonNode body = Json.tree(screen.replace("<AWS::Region>", "r").replace("<AWS::AccountId>", "1"));
        List<String> titles = new ArrayList<>();
        body.path("widgets")
                .forEach(widget -> titles.add(widget.at("/properties/title").asText()));

        assertThat(titles)
                .contains("Services", "Traffic: requests", "Errors: answers of 5xx")
                .anyMatch(title -> title.startsWith("Latency"))
                .anyMatch(title -> title.startsWith("Saturation"));
        Stacks.services().forEach(service -> {
            assertThat(screen).contains("alarm:%s-service-unhealthy".formatted(STAGE.stack(service)));
            service.metrics()
                    .forEach(metric -> assertThat(screen)
                            .contains("[\"%s\",\"%s\",\"%s\",\"%s\""
                                    .formatted(
                                            STAGE.metricsNamespace(), metric.name(), Measure.SERVICE, service.name())));
        });
    }

    @Test
    void theScreenShowsOnlyAlarmsFunctionsAndQueuesThatAreThere() {
        String screen =
                PLATFORM.text(PLATFORM.only("AWS::CloudWatch::Dashboard").path("DashboardBody"));
        List<String> there = new ArrayList<>();
        PROD.all().values().forEach(template -> {
            there.addAll(template.named("AWS::Lambda::Function", "FunctionName").keySet());
            there.addAll(template.named("AWS::SQS::Queue", "QueueName").keySet());
        });

        java.util.regex.Pattern.compile("\"(?:FunctionName|QueueName)\",\"([^\"]+)\"")
                .matcher(screen)
                .results()
                .map(found -> found.group(1))
                .forEach(name -> assertThat(there).contains(name));
    }

    @Test
    void topicsMayWriteTraces() {
        JsonNode policy = PLATFORM.only("AWS::XRay::ResourcePolicy");

        assertThat(PLATFORM.text(policy.path("PolicyDocument")))
                .contains("sns.amazonaws.com", "xray:PutTraceSegments", ":tctf-prod-*", "aws:SourceAccount");
    }

    @Test
    void apiGatewayMayWriteLogsAndKeepsTheRightWhenTheStackGoes() {
        assertThat(resource("AWS::ApiGateway::Account").path("DeletionPolicy").asText())
                .isEqualTo("Retain");
    }
}
