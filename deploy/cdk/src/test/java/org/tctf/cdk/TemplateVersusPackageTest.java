package org.tctf.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tctf.blueprint.FunctionKind;
import org.tctf.blueprint.MailEvent;
import org.tctf.blueprint.Redrive;
import org.tctf.blueprint.Routing;
import org.tctf.blueprint.ScheduledRun;
import org.tctf.blueprint.Stage;
import org.tctf.blueprint.Sweep;
import org.tctf.blueprint.TableShape;
import org.tctf.blueprint.Variable;
import org.tctf.kernel.service.Publication;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.service.Subscription;
import org.tctf.kernel.table.Item;
import software.amazon.event.ruler.Ruler;

/**
 * What a template makes and what the package of the same service uses is the same, both ways: each key, index, queue,
 * pattern, filter, variable, handler, schedule and secret of the one is in the other. Patterns are asked of AWS's own
 * matcher.
 */
class TemplateVersusPackageTest {
    private static final Stacks PROD = Stacks.prod();
    private static final Stage STAGE = PROD.settings.stage();

    static Stream<ServiceDefinition> services() {
        return Stacks.services();
    }

    /** All types of facts that any service publishes or awaits, and one that nobody knows. */
    private static Stream<String> types() {
        return Stream.concat(
                        Stream.of("NOBODY_KNOWS_THIS"),
                        Stacks.services()
                                .flatMap(service -> Stream.concat(
                                        service.publications().stream().map(Publication::type),
                                        Routing.toFacts(service).stream()
                                                .flatMap(subscription -> subscription.types().stream())
                                                .filter(type -> !type.equals(Subscription.EVERY)))))
                .distinct();
    }

    private static boolean wants(ServiceDefinition service, String type) {
        return Routing.toFacts(service).stream().anyMatch(subscription -> subscription.hears(type));
    }

    private static String event(String type) {
        return """
                {"version": "0", "source": "somebody", "detail-type": "%s", "detail": {"id": "1", "type": "%s"}}""".formatted(type, type);
    }

    private static boolean matches(String event, JsonNode pattern) {
        try {
            return Ruler.matchesRule(event, pattern.toString());
        } catch (Exception unreadable) {
            throw new AssertionError(pattern.toString(), unreadable);
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void theTablesKeysIndexesAndExpiryAreTheStores(ServiceDefinition service) {
        JsonNode table = PROD.of(service).only("AWS::DynamoDB::GlobalTable");
        Map<String, List<String>> indexes = new TreeMap<>();
        table.path("GlobalSecondaryIndexes")
                .forEach(index -> indexes.put(index.path("IndexName").asText(), keys(index)));
        Map<String, List<String>> used = new TreeMap<>();
        service.indexes().forEach(index -> used.put(index, List.of(TableShape.pk(index), TableShape.sk(index))));
        List<String> typed = new ArrayList<>();
        table.path("AttributeDefinitions")
                .forEach(attribute -> typed.add(attribute.path("AttributeName").asText()));

        assertThat(table.path("TableName").asText()).isEqualTo(STAGE.table(service));
        assertThat(keys(table)).containsExactly(TableShape.PK, TableShape.SK);
        assertThat(indexes).isEqualTo(used);
        assertThat(typed)
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Stream.of(TableShape.PK, TableShape.SK),
                                used.values().stream().flatMap(List::stream))
                        .toList());
        assertThat(table.at("/TimeToLiveSpecification/AttributeName").asText()).isEqualTo(Item.EXPIRES);
        table.path("GlobalSecondaryIndexes")
                .forEach(index -> assertThat(
                                index.at("/Projection/ProjectionType").asText())
                        .isEqualTo("ALL"));
    }

    @ParameterizedTest
    @MethodSource("services")
    void theStreamIsThereWhenMessagesLeaveAndLetsOnlyThoseOut(ServiceDefinition service) {
        Template stack = PROD.of(service);
        boolean hasRelay = FunctionKind.of(service, true).contains(FunctionKind.RELAY);
        List<JsonNode> mappings = stack.all("AWS::Lambda::EventSourceMapping").values().stream()
                .filter(mapping -> mapping.has("FilterCriteria"))
                .toList();

        assertThat(stack.only("AWS::DynamoDB::GlobalTable")
                        .at("/StreamSpecification/StreamViewType")
                        .asText("none"))
                .isEqualTo(hasRelay ? "NEW_IMAGE" : "none");
        assertThat(mappings).hasSize(hasRelay ? 1 : 0);
        mappings.forEach(mapping -> {
            JsonNode filter =
                    Json.tree(mapping.at("/FilterCriteria/Filters/0/Pattern").asText());
            assertThat(matches(streamRecord("INSERT", "OUTBOX#3"), filter)).isTrue();
            assertThat(matches(streamRecord("REMOVE", "OUTBOX#3"), filter)).isFalse();
            assertThat(matches(streamRecord("INSERT", "MEMBER#3"), filter)).isFalse();
            assertThat(mapping.path("BisectBatchOnFunctionError").asBoolean()).isTrue();
            assertThat(mapping.path("MaximumRecordAgeInSeconds").asInt()).isPositive();
            assertThat(stack.text(mapping.at("/DestinationConfig/OnFailure/Destination")))
                    .isEqualTo("arn of " + STAGE.unrelayed(service));
            assertThat(stack.texts(mapping.path("FunctionResponseTypes"))).containsExactly("ReportBatchItemFailures");
        });
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyQueueOfTheServiceIsThereAndEveryQueueThereIsTheServices(ServiceDefinition service) {
        List<String> expected = new ArrayList<>();
        service.subscriptions().forEach(subscription -> {
            expected.add(STAGE.queue(subscription));
            expected.add(STAGE.deadLetters(subscription));
        });
        List<FunctionKind> kinds = FunctionKind.of(service, true);
        if (Routing.pattern(service).isPresent()) {
            expected.add(STAGE.undelivered(service));
        }
        if (kinds.contains(FunctionKind.RELAY)) {
            expected.add(STAGE.unrelayed(service));
        }
        if (kinds.contains(FunctionKind.RELAY) || kinds.contains(FunctionKind.SCHEDULES)) {
            expected.add(STAGE.failedRuns(service));
        }

        assertThat(PROD.of(service).named("AWS::SQS::Queue", "QueueName").keySet())
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @MethodSource("services")
    void aQueueTriesAsOftenAsTheSubscriptionSaysAndThenLaysDown(ServiceDefinition service) {
        Template stack = PROD.of(service);
        Map<String, JsonNode> queues = stack.named("AWS::SQS::Queue", "QueueName");

        service.subscriptions().forEach(subscription -> {
            JsonNode redrive = queues.get(STAGE.queue(subscription)).path("RedrivePolicy");
            assertThat(redrive.path("maxReceiveCount").asInt()).isEqualTo(subscription.maxReceives());
            assertThat(stack.text(redrive.path("deadLetterTargetArn")))
                    .isEqualTo("arn of " + STAGE.deadLetters(subscription));
        });
    }

    @ParameterizedTest
    @MethodSource("services")
    void theRuleLetsThroughWhatTheServiceReactsToAndNothingElse(ServiceDefinition service) {
        Template stack = PROD.of(service);
        if (Routing.toFacts(service).isEmpty()) {
            assertThat(rule(service)).isEmpty();
            return;
        }
        JsonNode rule = rule(service).orElseThrow();

        assertThat(rule.path("EventBusName").asText()).isEqualTo(STAGE.bus());
        types().forEach(type -> assertThat(matches(event(type), rule.path("EventPattern")))
                .as("%s for %s", type, service.name())
                .isEqualTo(wants(service, type)));
    }

    @ParameterizedTest
    @MethodSource("services")
    void theRuleHandsOnTheEnvelopeAloneAndGivesNothingUpInSilence(ServiceDefinition service) {
        Template stack = PROD.of(service);
        rule(service).ifPresent(rule -> {
            JsonNode target = rule.path("Targets").path(0);
            assertThat(rule.path("Targets")).hasSize(1);
            assertThat(target.path("InputPath").asText()).isEqualTo(Routing.INPUT_PATH);
            assertThat(stack.text(target.path("Arn"))).isEqualTo(STAGE.topic(service));
            assertThat(stack.text(target.at("/DeadLetterConfig/Arn")))
                    .isEqualTo("arn of " + STAGE.undelivered(service));
            assertThat(target.at("/RetryPolicy/MaximumEventAgeInSeconds").asInt())
                    .isEqualTo(24 * 60 * 60);
        });
    }

    @ParameterizedTest
    @MethodSource("services")
    void theTopicGivesEachQueueWhatItWantsAndNothingElse(ServiceDefinition service) {
        Template stack = PROD.of(service);
        Map<String, JsonNode> subscriptions = stack.named("AWS::SNS::Subscription", "Endpoint");

        assertThat(subscriptions.keySet())
                .containsExactlyInAnyOrderElementsOf(Routing.toFacts(service).stream()
                        .map(subscription -> "arn of " + STAGE.queue(subscription))
                        .toList());
        for (Subscription subscription : Routing.toFacts(service)) {
            JsonNode made = subscriptions.get("arn of " + STAGE.queue(subscription));
            assertThat(made.path("RawMessageDelivery").asBoolean()).isTrue();
            assertThat(made.path("FilterPolicyScope").asText("MessageBody")).isEqualTo("MessageBody");
            assertThat(stack.text(made.at("/RedrivePolicy/deadLetterTargetArn")))
                    .isEqualTo("arn of " + STAGE.undelivered(service));
            types().forEach(type -> assertThat(made.path("FilterPolicy").isMissingNode()
                            || matches(Json.tree(event(type)).path("detail").toString(), made.path("FilterPolicy")))
                    .as("%s for %s", type, subscription.queue())
                    .isEqualTo(subscription.hears(type)));
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void theFunctionsAreThoseOfTheDefinitionWithTheirHandlers(ServiceDefinition service) {
        Map<String, String> handlers = new TreeMap<>();
        PROD.of(service)
                .named("AWS::Lambda::Function", "FunctionName")
                .forEach((name, function) ->
                        handlers.put(name, function.path("Handler").asText()));
        Map<String, String> expected = new TreeMap<>();
        FunctionKind.of(service, PROD.apis.hasRoutes(service))
                .forEach(kind -> expected.put(STAGE.function(service, kind), kind.handler()));

        assertThat(handlers).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyHandlerIsAClassOfTheLayer(ServiceDefinition service) {
        Path classes = Stacks.CHECKOUT.resolve("deploy/lambda/target/classes");

        PROD.of(service).named("AWS::Lambda::Function", "FunctionName").forEach((name, function) -> {
            String[] handler = function.path("Handler").asText().split("::", 2);
            assertThat(classes.resolve(handler[0].replace('.', '/') + ".class"))
                    .as(name)
                    .isRegularFile();
            assertThat(handler[1]).isEqualTo("handleRequest");
        });
    }

    @ParameterizedTest
    @MethodSource("services")
    void aFunctionsVariablesAreThoseThatItReads(ServiceDefinition service) {
        List<String> needed = Variable.of(service).stream().map(Variable::name).toList();

        PROD.of(service).named("AWS::Lambda::Function", "FunctionName").forEach((name, function) -> {
            List<String> set = new ArrayList<>();
            function.at("/Environment/Variables").fieldNames().forEachRemaining(set::add);
            assertThat(set).as(name).containsExactlyInAnyOrderElementsOf(needed);
        });
    }

    @ParameterizedTest
    @MethodSource("services")
    void theClockCallsEveryScheduleAsOftenAsItSaysAndSaysItsName(ServiceDefinition service) {
        Template stack = PROD.of(service);
        Map<String, JsonNode> made = stack.named("AWS::Scheduler::Schedule", "Name");
        Map<String, String> expected = new TreeMap<>();
        service.schedules()
                .forEach(schedule -> expected.put(
                        schedule.name(), schedule.every().toMinutes() + " " + ScheduledRun.event(schedule)));
        if (FunctionKind.of(service, true).contains(FunctionKind.RELAY)) {
            expected.put(Sweep.NAME, Sweep.EVERY.toMinutes() + " " + Sweep.EVENT);
        }
        Map<String, String> found = new TreeMap<>();
        made.forEach((name, schedule) -> found.put(
                name,
                schedule.path("ScheduleExpression").asText().replaceAll("\\D", "") + " "
                        + schedule.at("/Target/Input").asText()));

        assertThat(found).isEqualTo(expected);
        made.values().forEach(schedule -> {
            assertThat(schedule.at("/FlexibleTimeWindow/Mode").asText()).isEqualTo("OFF");
            assertThat(stack.text(schedule.at("/Target/DeadLetterConfig/Arn")))
                    .isEqualTo("arn of " + STAGE.failedRuns(service));
        });
    }

    @ParameterizedTest
    @MethodSource("services")
    void aScheduleRunsOnOneInstanceAtATime(ServiceDefinition service) {
        JsonNode function = PROD.of(service)
                .named("AWS::Lambda::Function", "FunctionName")
                .get(STAGE.function(service, FunctionKind.SCHEDULES));
        if (!service.schedules().isEmpty()) {
            assertThat(function.path("ReservedConcurrentExecutions").asInt()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void theSecretsAreThoseOfTheDefinitionAndThoseThatDoNotLastRotate(ServiceDefinition service) {
        Template stack = PROD.of(service);
        List<String> rotating = stack.all("AWS::SecretsManager::RotationSchedule").values().stream()
                .peek(rotation -> assertThat(rotation.at("/RotationRules/AutomaticallyAfterDays")
                                .asLong())
                        .isEqualTo(ServiceDefinition.ROTATION.toDays()))
                .map(rotation -> stack.text(rotation.path("SecretId")))
                .toList();

        assertThat(stack.named("AWS::SecretsManager::Secret", "Name").keySet())
                .containsExactlyInAnyOrderElementsOf(service.secrets().stream()
                        .map(secret -> STAGE.secret(service, secret))
                        .toList());
        assertThat(rotating)
                .containsExactlyInAnyOrderElementsOf(service.secrets().stream()
                        .filter(secret -> !service.lastingSecrets().contains(secret))
                        .map(secret -> STAGE.secret(service, secret))
                        .toList());
        assertThat(stack.all("AWS::SecretsManager::Secret").values())
                .allSatisfy(secret -> assertThat(secret.at("/GenerateSecretString/PasswordLength")
                                .asInt())
                        .isGreaterThanOrEqualTo(43));
    }

    @ParameterizedTest
    @MethodSource("services")
    void deadLettersGoBackWhenAnAlarmOfTheirCauseGoesOff(ServiceDefinition service) {
        Template stack = PROD.of(service);
        JsonNode rule = stack.named("AWS::Events::Rule", "Name").get(STAGE.recoveryRule(service));
        if (service.subscriptions().isEmpty()) {
            assertThat(rule).isNull();
            return;
        }
        String alarm = STAGE.stack(service) + "-deliveries-delivery-failures";

        assertThat(stack.named("AWS::CloudWatch::Alarm", "AlarmName").keySet())
                .containsAll(stack.texts(rule.at("/EventPattern/detail/alarmName")))
                .contains(alarm);
        assertThat(matches(alarmEvent(alarm, "ALARM", "OK"), rule.path("EventPattern")))
                .isTrue();
        assertThat(matches(alarmEvent(alarm, "OK", "ALARM"), rule.path("EventPattern")))
                .isFalse();
        assertThat(matches(alarmEvent(alarm, "INSUFFICIENT_DATA", "OK"), rule.path("EventPattern")))
                .isFalse();
        assertThat(matches(alarmEvent("another", "ALARM", "OK"), rule.path("EventPattern")))
                .isFalse();
        assertThat(rule.at("/Targets/0/Input").asText()).isEqualTo(Redrive.EVENT);
        assertThat(rule.has("EventBusName")).as("on the account's own bus").isFalse();
    }

    @ParameterizedTest
    @MethodSource("services")
    void sesSaysOfTheServicesMailsWhatTheDefinitionAsksForAndOfNobodyElses(ServiceDefinition service) {
        Template stack = PROD.of(service);
        JsonNode rule = stack.named("AWS::Events::Rule", "Name").get(STAGE.mailRule(service));
        if (Routing.ofMails(STAGE, service).isEmpty()) {
            assertThat(rule).isNull();
            assertThat(stack.json().toString()).doesNotContain("AWS::SES::");
            return;
        }
        Subscription reports = service.deliveryReports().orElseThrow();
        JsonNode destination = stack.only("AWS::SES::ConfigurationSetEventDestination");
        JsonNode target = rule.at("/Targets/0");

        assertThat(stack.only("AWS::SES::ConfigurationSet").path("Name").asText())
                .isEqualTo(STAGE.sender(service));
        assertThat(stack.text(destination.path("ConfigurationSetName"))).isEqualTo(STAGE.sender(service));
        assertThat(stack.texts(destination.at("/EventDestination/MatchingEventTypes")))
                .containsExactlyElementsOf(
                        MailEvent.of(service).stream().map(MailEvent::name).toList());
        assertThat(stack.text(destination.at("/EventDestination/EventBridgeDestination/EventBusArn")))
                .endsWith(":event-bus/default");
        assertThat(rule.has("EventBusName")).as("on the account's own bus").isFalse();
        for (MailEvent event : MailEvent.values()) {
            assertThat(matches(mailEvent(event, STAGE.sender(service)), rule.path("EventPattern")))
                    .isEqualTo(MailEvent.of(service).contains(event));
            assertThat(matches(mailEvent(event, "another"), rule.path("EventPattern")))
                    .isFalse();
        }
        assertThat(rule.path("Targets")).hasSize(1);
        assertThat(target.has("InputPath")).as("the event as SES wrote it").isFalse();
        assertThat(stack.text(target.path("Arn"))).isEqualTo("arn of " + STAGE.queue(reports));
        assertThat(stack.text(target.at("/DeadLetterConfig/Arn"))).isEqualTo("arn of " + STAGE.deadLetters(reports));
        for (String queue : List.of(STAGE.queue(reports), STAGE.deadLetters(reports))) {
            assertThat(stack.all("AWS::SQS::QueuePolicy").values())
                    .filteredOn(policy -> stack.texts(policy.path("Queues")).contains(queue))
                    .singleElement()
                    .extracting(policy -> policy.path("PolicyDocument").toString())
                    .asString()
                    .contains("events.amazonaws.com", "rule/" + STAGE.mailRule(service));
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void theLastWordOnTheServicesTextMessagesAndCallsLeadsToItAndOnNobodyElses(ServiceDefinition service) {
        Template stack = PROD.of(service);
        JsonNode rule = stack.named("AWS::Events::Rule", "Name").get(STAGE.phoneRule(service));
        if (Routing.ofPhones(STAGE, service).isEmpty()) {
            assertThat(rule).isNull();
            return;
        }
        Subscription reports = service.deliveryReports().orElseThrow();
        JsonNode target = rule.at("/Targets/0");

        assertThat(rule.has("EventBusName")).as("on the account's own bus").isFalse();
        for (String medium : List.of("Text", "Voice")) {
            assertThat(matches(phoneEvent(medium, true, STAGE.sender(service)), rule.path("EventPattern")))
                    .isTrue();
            assertThat(matches(phoneEvent(medium, false, STAGE.sender(service)), rule.path("EventPattern")))
                    .as("a phone that rings")
                    .isFalse();
            assertThat(matches(phoneEvent(medium, true, "another"), rule.path("EventPattern")))
                    .isFalse();
        }
        assertThat(rule.path("Targets")).hasSize(1);
        assertThat(target.has("InputPath")).as("the event as AWS wrote it").isFalse();
        assertThat(stack.text(target.path("Arn"))).isEqualTo("arn of " + STAGE.queue(reports));
        assertThat(stack.text(target.at("/DeadLetterConfig/Arn"))).isEqualTo("arn of " + STAGE.deadLetters(reports));
        for (String queue : List.of(STAGE.queue(reports), STAGE.deadLetters(reports))) {
            JsonNode statements = stack.all("AWS::SQS::QueuePolicy").values().stream()
                    .filter(policy -> stack.texts(policy.path("Queues")).contains(queue))
                    .findFirst()
                    .orElseThrow()
                    .at("/PolicyDocument/Statement");
            assertThat(statements.toString()).contains("rule/" + STAGE.phoneRule(service));
            assertThat(statements)
                    .extracting(statement -> statement.path("Sid").asText())
                    .doesNotHaveDuplicates();
        }
    }

    private static String phoneEvent(String medium, boolean isFinal, String sender) {
        return """
                {"source": "aws.sms-voice", "detail-type": "%s Message Delivery Status Updated",
                 "detail": {"isFinal": %s, "context": {"message": "1", "sender": "%s"}}}""".formatted(medium, isFinal, sender);
    }

    private static String mailEvent(MailEvent event, String configurationSet) {
        return """
                {"source": "aws.ses", "detail-type": "%s",
                 "detail": {"eventType": "%s", "mail": {"tags": {"ses:configuration-set": ["%s"], "mail": ["1"]}}}}""".formatted(event.detailType(), event.eventType(), configurationSet);
    }

    @ParameterizedTest
    @MethodSource("services")
    void theFlagsAreThoseOfTheDefinitionAndTheStackNamesThemButTurnsNone(ServiceDefinition service) {
        Template stack = PROD.of(service);
        assertThat(stack.has("AWS::AppConfig::Deployment"))
                .as("would turn back what operators have turned")
                .isFalse();
        if (service.flags().isEmpty()) {
            assertThat(stack.json().toString()).doesNotContain("AWS::AppConfig::", "appconfig:");
            return;
        }
        Map<String, Boolean> defined = new TreeMap<>();
        service.flags().forEach(flag -> defined.put(flag.name(), flag.isOnByDefault()));
        JsonNode version = stack.only("AWS::AppConfig::HostedConfigurationVersion");
        JsonNode document = Json.tree(version.path("Content").asText());
        Map<String, Boolean> written = new TreeMap<>();
        document.path("values")
                .properties()
                .forEach(flag -> written.put(
                        flag.getKey(), flag.getValue().path("enabled").booleanValue()));
        List<String> known = new ArrayList<>();
        document.path("flags").fieldNames().forEachRemaining(known::add);

        assertThat(written).isEqualTo(defined);
        assertThat(known).containsExactlyInAnyOrderElementsOf(defined.keySet());
        assertThat(document.path("version").asText()).isEqualTo("1");
        assertThat(version.path("ContentType").asText()).isEqualTo("application/json");
        assertThat(stack.only("AWS::AppConfig::ConfigurationProfile")
                        .path("Type")
                        .asText())
                .isEqualTo("AWS.AppConfig.FeatureFlags");
        assertThat(stack.text(version.path("ApplicationId"))).isEqualTo(STAGE.flags(service));
        assertThat(stack.text(version.path("ConfigurationProfileId"))).isEqualTo("flags");
    }

    @ParameterizedTest
    @MethodSource("services")
    void aFunctionAsksAppConfigForTheFlagsOfItsServiceAndMayAskForNoOthers(ServiceDefinition service) {
        Template stack = PROD.of(service);
        if (service.flags().isEmpty()) {
            return;
        }
        String ids = "%s/%s/flags".formatted(STAGE.flags(service), STAGE.name());

        stack.all("AWS::Lambda::Function")
                .values()
                .forEach(function -> assertThat(
                                stack.text(function.at("/Environment/Variables/" + Variable.TCTF_APPCONFIG)))
                        .isEqualTo(ids));
        List<String> readable = new ArrayList<>();
        stack.all("AWS::IAM::Role")
                .values()
                .forEach(role -> role.path("Policies")
                        .path(0)
                        .at("/PolicyDocument/Statement")
                        .forEach(statement -> {
                            if (statement.path("Sid").asText().equals("Flags")) {
                                readable.addAll(stack.texts(statement.path("Resource")));
                            }
                        }));
        assertThat(readable)
                .isNotEmpty()
                .allSatisfy(arn -> assertThat(arn)
                        .endsWith(":application/%s/environment/%s/configuration/flags"
                                .formatted(STAGE.flags(service), STAGE.name())));
    }

    @ParameterizedTest
    @MethodSource("services")
    void anUnhealthyServiceTakesAChangeOfItsFlagsBack(ServiceDefinition service) {
        Template stack = PROD.of(service);
        if (service.flags().isEmpty()) {
            return;
        }
        JsonNode environment = stack.only("AWS::AppConfig::Environment");

        assertThat(environment.path("Monitors")).hasSize(1);
        assertThat(stack.text(environment.at("/Monitors/0/AlarmArn")))
                .endsWith(":alarm:"
                        + stack.only("AWS::CloudWatch::CompositeAlarm")
                                .path("AlarmName")
                                .asText());
        assertThat(stack.text(environment.at("/Monitors/0/AlarmRoleArn"))).startsWith("arn of ");
    }

    private static String alarmEvent(String alarm, String before, String now) {
        return """
                {"source": "aws.cloudwatch", "detail-type": "CloudWatch Alarm State Change", "detail": {"alarmName": "%s",
                "previousState": {"value": "%s"}, "state": {"value": "%s"}}}""".formatted(alarm, before, now);
    }

    /** The one that leads facts to the service. */
    private static Optional<JsonNode> rule(ServiceDefinition service) {
        return Optional.ofNullable(
                PROD.of(service).named("AWS::Events::Rule", "Name").get(STAGE.rule(service)));
    }

    private static List<String> keys(JsonNode table) {
        List<String> keys = new ArrayList<>();
        table.path("KeySchema")
                .forEach(key -> keys.add(key.path("AttributeName").asText()));
        return keys;
    }

    private static String streamRecord(String name, String key) {
        return """
                {"eventName": "%s", "dynamodb": {"Keys": {"PK": {"S": "%s"}, "SK": {"S": "x"}}}}""".formatted(name, key);
    }
}
