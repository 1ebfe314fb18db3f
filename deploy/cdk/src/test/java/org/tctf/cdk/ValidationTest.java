package org.tctf.cdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.sqs.CfnQueue;

/** What CloudFormation would refuse, or AWS's rules forbid, is not written for deployment. */
class ValidationTest {
    private static final Stacks PROD = Stacks.prod();

    @TempDir
    Path folder;

    @Test
    void nothingIsFoundThatIsNotAcknowledged() {
        assertThat(PROD.made).isNotEmpty();
        JsonNode plugins = Stacks.written("validation-report.json").path("pluginReports");

        assertThat(plugins).isNotEmpty().allSatisfy(plugin -> {
            assertThat(plugin.path("conclusion").asText()).isEqualTo("success");
            assertThat(plugin.path("violations")).isEmpty();
        });
    }

    @Test
    void whatIsAcknowledgedSaysWhy() {
        TreeSet<String> rules = new TreeSet<>();
        Stacks.written("validation-report.json")
                .path("pluginReports")
                .forEach(plugin -> plugin.path("suppressedViolations").forEach(finding -> {
                    rules.add(finding.path("ruleName").asText().replaceAll("\\[.*", ""));
                    assertThat(finding.toString())
                            .as(finding.path("ruleName").asText())
                            .contains("eason");
                }));

        // Only of a service that has objects.
        rules.remove("AwsSolutions-S1");
        assertThat(rules)
                .isEqualTo(new TreeSet<>(List.of(
                        "Annotation::@aws-cdk/aws-lambda:snapStartRequirePublish",
                        "AwsSolutions-APIG4",
                        "AwsSolutions-COG1",
                        "AwsSolutions-COG2",
                        "AwsSolutions-COG4",
                        "AwsSolutions-COG8",
                        "AwsSolutions-IAM4",
                        "AwsSolutions-IAM5",
                        "AwsSolutions-SMG4",
                        "AwsSolutions-SQS3")));
    }

    @Test
    void aTemplateThatCloudFormationWouldRefuseEndsTheSynthesis() {
        App app = Synthesis.app(folder);
        Stack stack = new Stack(app, "wrong");
        CfnQueue.Builder.create(stack, "Queue").build().addPropertyOverride("Nonsense", 1);

        assertThatIllegalStateException()
                .isThrownBy(() -> Synthesis.synthesize(app, folder))
                .withMessageContaining("validation-report.json");
        assertThat(folder.resolve("validation-report.json"))
                .content()
                .contains("Additional properties are not allowed ('Nonsense' was unexpected)");
    }

    @Test
    void aQueueThatTakesPlainConnectionsEndsTheSynthesis() {
        App app = Synthesis.app(folder);
        CfnQueue.Builder.create(new Stack(app, "careless"), "Queue").build();

        assertThatIllegalStateException()
                .isThrownBy(() -> Synthesis.synthesize(app, folder))
                .withMessageContaining("mend them, or acknowledge what is right");
        assertThat(folder.resolve("validation-report.json")).content().contains("AwsSolutions-SQS4");
    }
}
