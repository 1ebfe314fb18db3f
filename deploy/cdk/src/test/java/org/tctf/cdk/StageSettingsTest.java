package org.tctf.cdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.services.logs.RetentionDays;

class StageSettingsTest {
    @TempDir
    Path root;

    private Path written(String... lines) throws IOException {
        Path file = root.resolve("deploy/cdk/stages/test.properties");
        Files.createDirectories(file.getParent());
        String prod = Files.readString(Stacks.CHECKOUT.resolve("deploy/cdk/stages/prod.properties"));
        return Files.writeString(file, prod + String.join("\n", lines));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void theStagesOfTheRepositoryAreReadable(String stage) throws IOException {
        StageSettings settings = StageSettings.read(Stacks.CHECKOUT, stage);

        assertThat(settings.stage().name()).isEqualTo(stage);
        assertThat(settings.publicUrl()).startsWith("https://");
    }

    @Test
    void whatAStageSaysIsTaken() throws IOException {
        written(
                "cors.origins=https://a.example, https://b.example",
                "mail.from=TCTF <no-reply@mail.example>",
                "logs.kept=ONE_YEAR");

        StageSettings settings = StageSettings.read(root, "test");

        assertThat(settings.corsOrigins()).isEqualTo(List.of("https://a.example", "https://b.example"));
        assertThat(settings.mailDomain()).isEqualTo("mail.example");
        assertThat(settings.logsKept()).isEqualTo(RetentionDays.ONE_YEAR);
        assertThat(settings.alarmMail()).isEmpty();
    }

    @Test
    void whatMakesNoSenseIsToldWithItsFileAndLine() throws IOException {
        Path file = written("api.burst=many");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StageSettings.read(root, "test"))
                .withMessage(file + ": api.burst is a number, not 'many'");

        written("logs.kept=FOREVER");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StageSettings.read(root, "test"))
                .withMessageContaining("logs.kept is ONE_WEEK, ONE_MONTH");

        written("public.url=");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StageSettings.read(root, "test"))
                .withMessage(file + ": public.url is missing");

        written("public.uri=https://x");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StageSettings.read(root, "test"))
                .withMessage(file + ": nobody knows [public.uri]");
    }

    @Test
    void aStageWithoutAFileIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StageSettings.read(root, "test"))
                .withMessageEndingWith(
                        "test.properties is not there; copy the file of another stage and change what differs");
    }
}
