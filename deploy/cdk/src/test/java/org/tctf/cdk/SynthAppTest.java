package org.tctf.cdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
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

    private static Synthesis synthesis() throws IOException {
        return new Synthesis(
                PROD.settings,
                PROD.apis,
                Stacks.standIns(Path.of("target/stand-ins").toAbsolutePath()));
    }
}
