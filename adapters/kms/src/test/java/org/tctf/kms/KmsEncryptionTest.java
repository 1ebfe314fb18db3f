package org.tctf.kms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tctf.contracts.EncryptionContract;
import org.tctf.kernel.Unavailable;
import org.tctf.kernel.crypto.Encrypted;
import org.tctf.kernel.crypto.Encryption;
import org.tctf.localaws.AwsFault;
import org.tctf.localaws.FakeKms;

class KmsEncryptionTest extends EncryptionContract {
    private static final String KEY = "alias/tctf-test-sealing";

    private final Aws aws = new Aws();
    private final KmsEncryption encryption = process();

    @BeforeEach
    void makeKey() {
        aws.keys.createKey(KEY);
    }

    @AfterEach
    void close() {
        aws.close();
    }

    @Override
    protected Encryption encryption() {
        return encryption;
    }

    @Test
    void anotherProcessOpensIt() {
        assertThat(process().decrypt("code", encryption.encrypt("code", "123456")))
                .isEqualTo("123456");
    }

    @Test
    void kmsBindsADataKeyToItsPurpose() {
        encryption.encrypt("code", "123456");
        assertThat(aws.endpoint
                        .calls(FakeKms.GENERATE_DATA_KEY)
                        .getFirst()
                        .path("EncryptionContext")
                        .path("purpose")
                        .asText())
                .isEqualTo("code");
    }

    @Test
    void aDataKeyOpensForNoOtherPurposeEvenWhereItIsKnown() {
        Encrypted code = encryption.encrypt("code", "123456");
        encryption.decrypt("code", code);
        assertThatIllegalArgumentException().isThrownBy(() -> encryption.decrypt("reset", code));
    }

    @Test
    void manyTextsOfOnePurposeCostOneCall() {
        List<Encrypted> sealed = IntStream.range(0, KmsEncryption.USES)
                .mapToObj(i -> encryption.encrypt("code", "text " + i))
                .toList();
        assertThat(generated()).isEqualTo(1);
        KmsEncryption other = process();
        sealed.forEach(one -> other.decrypt("code", one));
        assertThat(decrypted()).isEqualTo(1);
    }

    @Test
    void aDataKeyIsUsedAThousandTimesHoweverManyUseItAtOnce() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 3 * KmsEncryption.USES; i++) {
                threads.submit(() -> encryption.encrypt("code", "123456"));
            }
        }
        assertThat(generated()).isEqualTo(3);
    }

    @Test
    void aDataKeyIsUsedForFiveMinutes() {
        encryption.encrypt("code", "123456");
        aws.advance(KmsEncryption.KEPT.minusMillis(1));
        encryption.encrypt("code", "123456");
        assertThat(generated()).isEqualTo(1);
        aws.advance(Duration.ofMillis(1));
        encryption.encrypt("code", "123456");
        assertThat(generated()).isEqualTo(2);
    }

    @Test
    void eachPurposeHasADataKeyOfItsOwn() {
        encryption.encrypt("code", "123456");
        encryption.encrypt("reset", "123456");
        assertThat(generated()).isEqualTo(2);
    }

    @Test
    void whoMayEncryptMayNotYetDecrypt() {
        Encrypted mine = encryption.encrypt("code", "123456");
        aws.endpoint.failNext(FakeKms.DECRYPT, 1, denied());
        assertThatThrownBy(() -> encryption.decrypt("code", mine))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("say decrypts(\"code\") in the definition");
    }

    @Test
    void aDisabledKeyOpensNothingAfterFiveMinutes() {
        Encrypted sealed = encryption.encrypt("code", "123456");
        encryption.decrypt("code", sealed);
        aws.keys.enableKey(KEY, false);
        aws.advance(KmsEncryption.KEPT);
        assertThatThrownBy(() -> encryption.decrypt("code", sealed))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("enable the key again");
        aws.keys.enableKey(KEY, true);
        assertThat(encryption.decrypt("code", sealed)).isEqualTo("123456");
    }

    @Test
    void afterARestoreNothingGoesOnWithTheSnapshotsKeys() {
        Encrypted sealed = encryption.encrypt("code", "123456");
        encryption.decrypt("code", sealed);
        encryption.refresh();
        encryption.encrypt("code", "123456");
        encryption.decrypt("code", sealed);
        assertThat(generated()).isEqualTo(2);
        assertThat(decrypted()).isEqualTo(2);
    }

    @Test
    void whatAnotherKeyEncryptedIsRefused() {
        Encrypted sealed = encryption.encrypt("code", "123456");
        aws.keys.createKey(KEY);
        assertThatIllegalArgumentException().isThrownBy(() -> encryption.decrypt("code", sealed));
    }

    @Test
    void withoutItsKeyNothingIsEncrypted() {
        KmsEncryption lost = new KmsEncryption(aws.kms, "alias/tctf-other", aws.clock, new SecureRandom());
        assertThatThrownBy(() -> lost.encrypt("code", "123456"))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("deploy the platform's stack");
    }

    @Test
    void aThrottledCallIsTriedAgain() {
        aws.endpoint.failNext(FakeKms.GENERATE_DATA_KEY, 1, AwsFault.throttled());
        Encrypted sealed = encryption.encrypt("code", "123456");
        aws.endpoint.failNext(FakeKms.DECRYPT, 1, AwsFault.throttled());
        assertThat(encryption.decrypt("code", sealed)).isEqualTo("123456");
    }

    @Test
    void aLostAnswerIsAskedForAgain() {
        aws.endpoint.loseNextAnswer(FakeKms.GENERATE_DATA_KEY);
        assertThat(encryption.decrypt("code", encryption.encrypt("code", "123456")))
                .isEqualTo("123456");
    }

    @Test
    void whenKmsFailsAgainAndAgainItIsUnavailableAndThenWorks() {
        Encrypted sealed = encryption.encrypt("code", "123456");
        aws.endpoint.failNext(FakeKms.DECRYPT, 3, new AwsFault(500, "KMSInternalException", "down"));
        assertThatThrownBy(() -> encryption.decrypt("code", sealed)).isInstanceOf(Unavailable.class);
        assertThat(encryption.decrypt("code", sealed)).isEqualTo("123456");
    }

    @Test
    void aHangingKmsIsLeftInTime() {
        Stream.of(1, 2, 3).forEach(i -> aws.endpoint.delayNext(FakeKms.GENERATE_DATA_KEY, Duration.ofSeconds(20)));
        long begin = System.nanoTime();
        assertThatThrownBy(() -> encryption.encrypt("code", "123456")).isInstanceOf(Unavailable.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(ClientLimits.PATIENCE.plusSeconds(2));
    }

    @Test
    void aCiphertextIsNoLongerThanItsKeyAndText() {
        int overhead =
                Base64.getUrlDecoder().decode(encryption.encrypt("code", "").value()).length;
        int encryptedKey = 16 + 12 + 32 + 16; // as FakeKms makes it; KMS's own is some 184 bytes
        assertThat(overhead).isEqualTo(1 + 2 + encryptedKey + 12 + 16);
    }

    private KmsEncryption process() {
        return new KmsEncryption(aws.kms, KEY, aws.clock, new SecureRandom());
    }

    private int generated() {
        return aws.endpoint.calls(FakeKms.GENERATE_DATA_KEY).size();
    }

    private int decrypted() {
        return aws.endpoint.calls(FakeKms.DECRYPT).size();
    }

    private static AwsFault denied() {
        return AwsFault.badRequest("AccessDeniedException", "User: … is not authorized to perform: kms:Decrypt");
    }
}
