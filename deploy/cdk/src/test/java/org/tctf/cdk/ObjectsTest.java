package org.tctf.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tctf.blueprint.Variable;
import org.tctf.kernel.service.KeptObjects;
import org.tctf.kernel.service.ServiceDefinition;
import software.amazon.awscdk.App;

/** The stack of a service that has objects: what it makes is what the definition says and the package uses. */
class ObjectsTest {
    private static final class TidyUp implements Runnable {
        @Override
        public void run() {}
    }

    private static final ServiceDefinition LIBRARY = ServiceDefinition.named("library")
            .summary("Lends books.")
            .owner("community")
            .schedule("tidy-up", Duration.ofHours(1), TidyUp.class)
            .objects("exports", Duration.ofDays(7))
            .objects("covers")
            .build();

    @TempDir
    private static Path folder;

    private static Template stack;

    @BeforeAll
    static void synthesize() throws IOException {
        Path root = folder.resolve("packages");
        Artifacts artifacts = Stacks.standIns(root);
        Path zip = root.resolve("modules/library/target/library-lambda.zip");
        Files.createDirectories(zip.getParent());
        Files.copy(root.resolve("deploy/lambda/target/layer.zip"), zip);
        App app = Synthesis.app(folder.resolve("stacks"));
        ServiceStack made = new ServiceStack(
                app, StageSettings.read(Stacks.CHECKOUT, "prod"), LIBRARY, Json.tree("{\"paths\":{}}"), artifacts);
        // Ends with an exception where a rule is broken and not acknowledged.
        Synthesis.synthesize(app, folder.resolve("stacks"));
        stack = new Template(Json.tree(Files.readString(folder.resolve("stacks").resolve(made.getTemplateFile()))));
    }

    @Test
    void theBucketIsPrivateAndEncryptedWithTheStagesKey() {
        JsonNode bucket = stack.only("AWS::S3::Bucket");

        assertThat(bucket.path("PublicAccessBlockConfiguration").properties())
                .hasSize(4)
                .allSatisfy(
                        blocked -> assertThat(blocked.getValue().asBoolean()).isTrue());
        JsonNode encryption = bucket.at("/BucketEncryption/ServerSideEncryptionConfiguration/0");
        assertThat(encryption.at("/ServerSideEncryptionByDefault/SSEAlgorithm").asText())
                .isEqualTo("aws:kms");
        assertThat(stack.text(encryption.at("/ServerSideEncryptionByDefault/KMSMasterKeyID")))
                .endsWith("/data-key-arn");
        assertThat(encryption.path("BucketKeyEnabled").asBoolean()).isTrue();
        assertThat(bucket.at("/OwnershipControls/Rules/0/ObjectOwnership").asText())
                .isEqualTo("BucketOwnerEnforced");
        assertThat(bucket.has("VersioningConfiguration"))
                .as("what is deleted is gone")
                .isFalse();
        assertThat(bucket.has("BucketName"))
                .as("nobody can take the name first")
                .isFalse();
    }

    @Test
    void nobodyReachesItWithoutTls() {
        JsonNode deny = stack.only("AWS::S3::BucketPolicy").at("/PolicyDocument/Statement/0");

        assertThat(deny.path("Effect").asText()).isEqualTo("Deny");
        assertThat(deny.at("/Condition/Bool/aws:SecureTransport").asText()).isEqualTo("false");
        assertThat(deny.path("Resource")).hasSize(2);
    }

    @Test
    void objectsEndWhenTheDefinitionSaysSoAndOthersDoNot() {
        Map<String, Long> days = new TreeMap<>();
        Map<String, Long> unfinished = new TreeMap<>();
        stack.only("AWS::S3::Bucket").at("/LifecycleConfiguration/Rules").forEach(rule -> {
            assertThat(rule.path("Status").asText()).isEqualTo("Enabled");
            if (rule.has("ExpirationInDays")) {
                days.put(
                        rule.path("Prefix").asText(),
                        rule.path("ExpirationInDays").asLong());
            } else {
                unfinished.put(
                        rule.path("Prefix").asText(),
                        rule.at("/AbortIncompleteMultipartUpload/DaysAfterInitiation")
                                .asLong());
            }
        });
        Map<String, Long> said = new TreeMap<>();
        for (KeptObjects store : LIBRARY.objects()) {
            if (store.keptFor() != null) {
                said.put(store.folder(), store.keptFor().toDays());
            }
        }

        assertThat(days).isEqualTo(said).containsExactly(Map.entry("exports/", 7L));
        assertThat(unfinished).isEqualTo(Map.of("", 1L));
    }

    @Test
    void functionsLearnTheBucketsNameAsTheOneVariableMore() {
        stack.all("AWS::Lambda::Function").values().stream()
                .filter(function -> function.has("Environment"))
                .forEach(function -> assertThat(function.at("/Environment/Variables/" + Variable.TCTF_BUCKET)
                                .path("Ref")
                                .asText())
                        .isEqualTo(
                                stack.all("AWS::S3::Bucket").keySet().iterator().next()));
        assertThat(Variable.of(LIBRARY)).contains(Variable.TCTF_BUCKET);
    }

    @Test
    void itSurvivesItsStack() {
        stack.json().path("Resources").forEach(resource -> {
            if (resource.path("Type").asText().startsWith("AWS::S3::")) {
                assertThat(resource.path("DeletionPolicy").asText()).isEqualTo("Retain");
                assertThat(resource.path("UpdateReplacePolicy").asText()).isEqualTo("Retain");
            }
        });
    }
}
