package org.tctf.cdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tctf.kernel.service.ServiceDefinition;

class SynthAppTest {
    private static final Stacks PROD = Stacks.prod();

    @TempDir
    Path folder;

    @Test
    void aStageAndAFolderAreNeededAServiceMayBeSaid() {
        assertThat(SynthApp.Asked.of(List.of("--stage", "dev", "--out", "x")))
                .isEqualTo(new SynthApp.Asked("dev", Path.of("x"), Optional.empty()));
        assertThat(SynthApp.Asked.of(List.of("--service", "billing", "--out", "x", "--stage", "dev")))
                .isEqualTo(new SynthApp.Asked("dev", Path.of("x"), Optional.of("billing")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SynthApp.Asked.of(List.of("--stage", "dev")))
                .withMessage("say --stage STAGE and --out FOLDER");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SynthApp.Asked.of(List.of("--stage")))
                .withMessage("--stage has no value");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SynthApp.Asked.of(List.of("--all", "yes")))
                .withMessageStartingWith("--all is not known");
    }

    @Test
    void oneServiceIsWrittenAsItIsAmongAll() throws IOException {
        ServiceDefinition service = Stacks.services().findFirst().orElseThrow();

        List<Synthesis.Made> made = synthesis().into(folder, Optional.of(service.name()));

        assertThat(made)
                .singleElement()
                .isEqualTo(PROD.made.stream()
                        .filter(stack ->
                                stack.stack().equals(PROD.settings.stage().stack(service)))
                        .findFirst()
                        .orElseThrow());
        String file = made.getFirst().stack() + ".template.json";
        assertThat(folder.resolve(file)).hasSameBinaryContentAs(Stacks.FOLDER.resolve(file));
    }

    @Test
    void aServiceThatIsNotThereIsNamedBesideThoseThatAre() throws IOException {
        Synthesis synthesis = synthesis();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> synthesis.into(folder, Optional.of("nobody")))
                .withMessageStartingWith("there is no service nobody; there are platform and [activity, ");
    }

    @Test
    void aPackageThatIsNotMadeIsToldWithTheCommandThatMakesIt() {
        ServiceDefinition service = Stacks.services().findFirst().orElseThrow();

        assertThatIllegalStateException()
                .isThrownBy(() -> new Artifacts(folder).packageOf(service))
                .withMessageEndingWith("is not there; './tctf package %s' makes it".formatted(service.name()));
        assertThatIllegalStateException()
                .isThrownBy(() -> new Artifacts(folder).layer())
                .withMessageEndingWith("layer.zip is not there; './tctf package' makes it");
    }

    @Test
    void aWarmApiStartsOnTheJdksCacheWhereTheBuildHasMadeOne() throws IOException {
        Artifacts artifacts = Stacks.standIns(folder);
        Files.copy(
                folder.resolve("deploy/lambda/target/layer.zip"),
                folder.resolve("modules/auth-core/target/auth-core-aot.zip"));

        new Synthesis(PROD.settings, PROD.apis, artifacts).into(folder.resolve("out"), Optional.of("auth-core"));

        Template stack =
                new Template(Json.tree(Files.readString(folder.resolve("out/tctf-prod-auth-core.template.json"))));
        stack.named("AWS::Lambda::Function", "FunctionName").forEach((name, function) -> {
            boolean isApi = name.endsWith("-api");
            assertThat(function.path("Layers")).as(name).hasSize(isApi ? 2 : 1);
            assertThat(function.at("/Environment/Variables/AWS_LAMBDA_EXEC_WRAPPER")
                            .asText("none"))
                    .as(name)
                    .isEqualTo(isApi ? "/opt/tctf-aot" : "none");
        });
    }

    private static Synthesis synthesis() throws IOException {
        return new Synthesis(
                PROD.settings,
                PROD.apis,
                Stacks.standIns(Path.of("target/stand-ins").toAbsolutePath()));
    }
}
