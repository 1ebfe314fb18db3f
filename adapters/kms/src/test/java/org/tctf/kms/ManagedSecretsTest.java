package org.tctf.kms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tctf.blueprint.Stage;
import org.tctf.contracts.SecretsContract;
import org.tctf.kernel.Unavailable;
import org.tctf.kernel.crypto.Secrets;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.localaws.AwsFault;
import org.tctf.localaws.FakeSecrets;

class ManagedSecretsTest extends SecretsContract {
    private static final Stage STAGE = new Stage("test");
    private static final ServiceDefinition LIBRARY = ServiceDefinition.named("library")
            .summary("Lends books.")
            .owner("community")
            .secret("cursor")
            .lastingSecret("readers")
            .build();
    private static final String CURSORS = STAGE.secret(LIBRARY, "cursors");
    private static final String READERS = STAGE.secret(LIBRARY, "readers");

    private final Aws aws = new Aws();
    private final SecretRotation rotation = new SecretRotation(aws.secretsManager, new SecureRandom());
    private final ManagedSecrets secrets = process();

    @BeforeEach
    void deploy() {
        for (String name : LIBRARY.secrets()) {
            aws.secrets.create(STAGE.secret(LIBRARY, name), "x".repeat(SecretText.LENGTH) + name);
        }
        aws.secrets.rotates(CURSORS);
        aws.advance(Duration.ofDays(30));
    }

    @AfterEach
    void close() {
        aws.close();
    }

    @Override
    protected Secrets secrets() {
        return secrets;
    }

    @Test
    void everyProcessHasTheSameBytes() {
        assertThat(process().named("cursors")).isEqualTo(secrets.named("cursors"));
    }

    @Test
    void aSecretIsAskedForOnceInTenMinutes() {
        secrets.named("readers");
        aws.advance(ManagedSecrets.KNOWN_FOR.minusMillis(1));
        secrets.named("readers");
        assertThat(asked()).isEqualTo(1);
        aws.advance(Duration.ofMillis(1));
        secrets.named("readers");
        assertThat(asked()).isEqualTo(2);
    }

    /** Two processes that ask at different moments, through a rotation: what one makes now, the other accepts now. */
    @Test
    void whileASecretIsReplacedNothingIsRefused() {
        ManagedSecrets late = process();
        byte[] old = secrets.named("cursors");
        aws.advance(Duration.ofMinutes(4));
        late.named("cursors");
        aws.secrets.rotate(CURSORS, rotation::run);
        List<Boolean> isNew = new ArrayList<>();
        for (int minute = 0; minute < 45; minute++) {
            for (ManagedSecrets maker : List.of(secrets, late)) {
                byte[] made = maker.named("cursors");
                isNew.add(!java.util.Arrays.equals(made, old));
                assertThat(secrets.accepted("cursors")).anyMatch(bytes -> java.util.Arrays.equals(bytes, made));
                assertThat(late.accepted("cursors")).anyMatch(bytes -> java.util.Arrays.equals(bytes, made));
            }
            aws.advance(Duration.ofMinutes(1));
        }
        assertThat(isNew.getFirst()).isFalse();
        assertThat(isNew.getLast()).isTrue();
        assertThat(secrets.accepted("cursors").getLast()).isEqualTo(old);
    }

    @Test
    void theSecondReplacementEndsTheFirstOnesTime() {
        byte[] first = secrets.named("cursors");
        aws.secrets.rotate(CURSORS, rotation::run);
        aws.advance(Duration.ofDays(30));
        aws.secrets.rotate(CURSORS, rotation::run);
        aws.advance(Duration.ofHours(1));
        assertThat(secrets.accepted("cursors")).hasSize(2).doesNotContain(first);
    }

    @Test
    void aLastingSecretHasOneVersion() {
        assertThat(secrets.accepted("readers")).hasSize(1);
        assertThat(asked()).isEqualTo(1);
    }

    @Test
    void whenSecretsManagerIsDownTheSecretAtHandGoesOn() {
        byte[] known = secrets.named("readers");
        aws.advance(ManagedSecrets.KNOWN_FOR);
        aws.endpoint.failNext(FakeSecrets.GET_SECRET_VALUE, 3, down());
        assertThat(secrets.named("readers")).isEqualTo(known);
        int asked = asked();
        assertThat(secrets.named("readers")).isEqualTo(known);
        assertThat(asked()).isEqualTo(asked);
        aws.advance(Duration.ofMinutes(1));
        assertThat(secrets.named("readers")).isEqualTo(known);
        assertThat(asked()).isEqualTo(asked + 1);
    }

    @Test
    void whenItWasNeverAtHandItIsUnavailable() {
        aws.endpoint.failNext(FakeSecrets.GET_SECRET_VALUE, 3, down());
        assertThatThrownBy(() -> secrets.named("readers")).isInstanceOf(Unavailable.class);
        assertThat(secrets.named("readers")).hasSize(32);
    }

    @Test
    void aThrottledCallIsTriedAgain() {
        aws.endpoint.failNext(FakeSecrets.GET_SECRET_VALUE, 2, AwsFault.throttled());
        assertThat(secrets.named("readers")).hasSize(32);
    }

    @Test
    void aHangingSecretsManagerIsLeftInTime() {
        Stream.of(1, 2, 3).forEach(i -> aws.endpoint.delayNext(FakeSecrets.GET_SECRET_VALUE, Duration.ofSeconds(20)));
        long begin = System.nanoTime();
        assertThatThrownBy(() -> secrets.named("readers")).isInstanceOf(Unavailable.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(ClientLimits.PATIENCE.plusSeconds(2));
    }

    @Test
    void afterARestoreSecretsAreAskedForAgain() {
        secrets.named("readers");
        secrets.refresh();
        secrets.named("readers");
        assertThat(asked()).isEqualTo(2);
    }

    @Test
    void aSecretThatIsNotDefinedIsAFault() {
        assertThatIllegalStateException()
                .isThrownBy(() -> secrets.named("stamps"))
                .withMessage("library has no secret stamps; add secret(\"stamps\") to its definition");
    }

    @Test
    void aSecretThatIsNotDeployedIsUnavailable() {
        ManagedSecrets elsewhere = new ManagedSecrets(aws.secretsManager, new Stage("other"), LIBRARY, aws.clock);
        assertThatThrownBy(() -> elsewhere.named("readers"))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("there is no secret tctf/other/library/readers here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "correct horse battery staple"})
    void aSecretThatCouldBeGuessedIsRefused(String text) {
        aws.secrets.create(READERS, text);
        assertThatIllegalStateException()
                .isThrownBy(() -> secrets.named("readers"))
                .withMessageNotContaining(text + " ");
    }

    private ManagedSecrets process() {
        return new ManagedSecrets(aws.secretsManager, STAGE, LIBRARY, aws.clock);
    }

    private int asked() {
        return aws.endpoint.calls(FakeSecrets.GET_SECRET_VALUE).size();
    }

    private static AwsFault down() {
        return new AwsFault(500, "InternalServiceError", "down");
    }
}
