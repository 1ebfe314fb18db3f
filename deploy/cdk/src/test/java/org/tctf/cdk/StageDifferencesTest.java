package org.tctf.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tctf.blueprint.Stage;

/** What a stage's file changes in a service's stack. */
class StageDifferencesTest {
    @TempDir
    static Path folder;

    private static Template stack;

    /** A stage that sleeps most of the day, and whose pages live elsewhere. */
    @BeforeAll
    static void write() throws IOException {
        Stacks prod = Stacks.prod();
        Path file = folder.resolve("deploy/cdk/stages/test.properties");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                Files.readString(Stacks.CHECKOUT.resolve("deploy/cdk/stages/prod.properties"))
                        + String.join(
                                "\n",
                                "functions.provisioned=0",
                                "functions.collector-layer=arn:aws:lambda:eu-west-1:901920570463:layer:collector:1",
                                "cors.origins=https://app.example,https://admin.example",
                                "runbooks=https://git.example/tctf/",
                                "alarms.mail=ops@example.org"));
        StageSettings settings = StageSettings.read(folder, "test");
        Path out = folder.resolve("out");
        new Synthesis(settings, prod.apis, Stacks.standIns(folder)).into(out, Optional.of("user-management"));
        new Synthesis(settings, prod.apis, Stacks.standIns(folder)).into(out, Optional.of(Synthesis.PLATFORM));
        stack = template(out, stage -> stage + "user-management");
    }

    private static Template template(Path out, UnaryOperator<String> name) throws IOException {
        String file = name.apply(new Stage("test").prefix()) + ".template.json";
        return new Template(Json.tree(Files.readString(out.resolve(file))));
    }

    @Test
    void withoutWarmEnvironmentsEveryFunctionStartsFromASnapshot() {
        assertThat(stack.all("AWS::Lambda::Function").values())
                .isNotEmpty()
                .allSatisfy(function ->
                        assertThat(function.at("/SnapStart/ApplyOn").asText()).isEqualTo("PublishedVersions"));
        assertThat(stack.all("AWS::Lambda::Alias").values())
                .noneMatch(alias -> alias.has("ProvisionedConcurrencyConfig"));
    }

    @Test
    void aBrowsersPreflightReachesTheFunctionWhichKnowsTheOrigins() {
        List<JsonNode> preflights = stack.all("AWS::ApiGateway::Method").values().stream()
                .filter(method -> method.path("HttpMethod").asText().equals("OPTIONS"))
                .toList();

        assertThat(preflights).isNotEmpty().allSatisfy(method -> {
            assertThat(method.at("/Integration/Type").asText()).isEqualTo("AWS_PROXY");
            assertThat(method.path("AuthorizationType").asText()).isEqualTo("NONE");
        });
        assertThat(stack.all("AWS::Lambda::Function").values())
                .allSatisfy(function -> assertThat(function.at("/Environment/Variables/TCTF_CORS_ORIGINS")
                                .asText())
                        .isEqualTo("https://app.example,https://admin.example"));
    }

    @Test
    void pagesMayReadWhatTheGatewaySaysItself() {
        assertThat(stack.all("AWS::ApiGateway::GatewayResponse").values())
                .isNotEmpty()
                .allSatisfy(answer -> assertThat(
                                answer.at("/ResponseParameters/gatewayresponse.header.Access-Control-Allow-Origin")
                                        .asText())
                        .isEqualTo("'*'"));
    }

    @Test
    void aCollectorLiesBesideTheFunctionsAndTheyKnowWhere() {
        assertThat(stack.all("AWS::Lambda::Function").values()).isNotEmpty().allSatisfy(function -> {
            assertThat(function.path("Layers")).hasSize(2);
            assertThat(function.path("Layers").toString()).contains(":layer:collector:1");
            assertThat(function.at("/Environment/Variables/OTEL_EXPORTER_OTLP_ENDPOINT")
                            .asText())
                    .isEqualTo("http://localhost:4318");
        });
    }

    @Test
    void anAlarmsPageHasAnAddress() {
        assertThat(stack.all("AWS::CloudWatch::Alarm").values())
                .isNotEmpty()
                .allSatisfy(alarm -> assertThat(alarm.path("AlarmDescription").asText())
                        .contains("What to do: https://git.example/tctf/docs/runbooks/"));
    }

    @Test
    void alarmsComeByMailToWhoeverTheStageNames() throws IOException {
        JsonNode mail =
                template(folder.resolve("out"), stage -> stage + "platform").only("AWS::SNS::Subscription");

        assertThat(mail.path("Protocol").asText()).isEqualTo("email");
        assertThat(mail.path("Endpoint").asText()).isEqualTo("ops@example.org");
    }
}
