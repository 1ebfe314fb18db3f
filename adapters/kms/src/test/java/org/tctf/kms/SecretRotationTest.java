package org.tctf.kms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tctf.localaws.AwsFault;
import org.tctf.localaws.FakeSecrets;
import software.amazon.awssdk.core.exception.SdkException;

class SecretRotationTest {
    private static final String NAME = "tctf/test/library/cursors";
    private static final String FIRST = "x".repeat(64);
    private static final List<String> STEPS = List.of("createSecret", "setSecret", "testSecret", "finishSecret");

    private final Aws aws = new Aws();
    private final SecretRotation rotation = new SecretRotation(aws.secretsManager, new SecureRandom());

    @BeforeEach
    void deploy() {
        aws.secrets.create(NAME, FIRST);
        aws.secrets.rotates(NAME);
    }

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void aRotationMakesANewSecretAndKeepsTheOldOneAsThePrevious() {
        aws.secrets.rotate(NAME, rotation::run);
        assertThat(text("AWSCURRENT")).hasSize(SecretText.LENGTH).isNotEqualTo(FIRST);
        assertThat(text("AWSPREVIOUS")).isEqualTo(FIRST);
    }

    @Test
    void everyRotationMakesAnother() {
        Set<String> texts = new HashSet<>();
        for (int i = 0; i < 10; i++) {
            aws.secrets.rotate(NAME, rotation::run);
            texts.add(text("AWSCURRENT"));
        }
        assertThat(texts).hasSize(10);
    }

    @Test
    void aStepThatComesAgainChangesNothing() {
        String token = aws.secrets.begin(NAME);
        run("createSecret", token);
        String made = text("AWSPENDING");
        for (String step : STEPS) {
            run("createSecret", token);
            run(step, token);
            run(step, token);
        }
        assertThat(text("AWSCURRENT")).isEqualTo(made);
        assertThat(text("AWSPREVIOUS")).isEqualTo(FIRST);
    }

    @Test
    void aStepThatComesTwiceAtOnceMakesOneSecret() {
        String token = aws.secrets.begin(NAME);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                threads.submit(() -> run("createSecret", token));
            }
        }
        String made = text("AWSPENDING");
        STEPS.forEach(step -> run(step, token));
        assertThat(text("AWSCURRENT")).isEqualTo(made);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {FakeSecrets.GET_SECRET_VALUE, FakeSecrets.PUT_SECRET_VALUE, FakeSecrets.UPDATE_VERSION_STAGE})
    void aStepWhoseAnswerIsLostIsTakenAgain(String operation) {
        aws.endpoint.loseNextAnswer(operation);
        aws.secrets.rotate(NAME, rotation::run);
        assertThat(text("AWSCURRENT")).hasSize(SecretText.LENGTH);
        assertThat(text("AWSPREVIOUS")).isEqualTo(FIRST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {FakeSecrets.GET_SECRET_VALUE, FakeSecrets.PUT_SECRET_VALUE, FakeSecrets.UPDATE_VERSION_STAGE})
    void aFailedStepIsTakenAgain(String operation) {
        aws.endpoint.failNext(operation, 3, new AwsFault(500, "InternalServiceError", "down"));
        aws.secrets.rotate(NAME, rotation::run);
        assertThat(text("AWSCURRENT")).hasSize(SecretText.LENGTH);
        assertThat(text("AWSPREVIOUS")).isEqualTo(FIRST);
    }

    @Test
    void whatWasNeverMadeIsNotPutIntoUse() {
        String token = aws.secrets.begin(NAME);
        assertThatThrownBy(() -> run("testSecret", token)).isInstanceOf(SdkException.class);
        assertThat(text("AWSCURRENT")).isEqualTo(FIRST);
    }

    @Test
    void aVersionThatIsNotTheOneToComeIsRefused() {
        String overtaken = aws.secrets.begin(NAME);
        aws.secrets.begin(NAME);
        assertThatIllegalArgumentException().isThrownBy(() -> run("createSecret", overtaken));
        assertThatIllegalArgumentException().isThrownBy(() -> run("createSecret", "f".repeat(36)));
    }

    @Test
    void aSecretThatDoesNotRotateIsRefused() {
        aws.secrets.create(NAME, FIRST);
        String token = aws.secrets.begin(NAME);
        assertThatIllegalArgumentException().isThrownBy(() -> run("createSecret", token));
    }

    @Test
    void anUnknownStepIsRefused() {
        String token = aws.secrets.begin(NAME);
        assertThatIllegalArgumentException().isThrownBy(() -> run("dropSecret", token));
    }

    private void run(String step, String token) {
        rotation.run(step, NAME, token);
    }

    private String text(String label) {
        return aws.secrets.text(NAME, label).orElseThrow();
    }
}
