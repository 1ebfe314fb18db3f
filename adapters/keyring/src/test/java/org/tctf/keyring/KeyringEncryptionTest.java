package org.tctf.keyring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tctf.contracts.EncryptionContract;
import org.tctf.kernel.crypto.Encrypted;

class KeyringEncryptionTest extends EncryptionContract {

    @TempDir
    Path folder;

    private Path file;
    private KeyringEncryption encryption;

    @BeforeEach
    void open() {
        file = folder.resolve("deep").resolve("keyring");
        encryption = reopened();
    }

    @Override
    protected KeyringEncryption encryption() {
        return encryption;
    }

    @Test
    void theRingSurvivesARestart() {
        Encrypted sealed = encryption.encrypt("code", "123456");
        assertThat(reopened().decrypt("code", sealed)).isEqualTo("123456");
    }

    @Test
    void afterARotationOldTextsOpenAndNewOnesUseTheNewKey() {
        Encrypted old = encryption.encrypt("code", "old");
        encryption.rotate();
        Encrypted fresh = encryption.encrypt("code", "new");

        KeyringEncryption restarted = reopened();
        assertThat(restarted.size()).isEqualTo(2);
        assertThat(restarted.decrypt("code", old)).isEqualTo("old");
        assertThat(restarted.decrypt("code", fresh)).isEqualTo("new");
        assertThat(fresh.value().substring(0, 6)).isNotEqualTo(old.value().substring(0, 6));
    }

    @Test
    void anotherRingsTextIsRefusedByItsKeysName() {
        Encrypted foreign = KeyringEncryption.open(folder.resolve("other"), InstantSource.system())
                .encrypt("code", "123456");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> encryption.decrypt("code", foreign))
                .withMessageContaining("not in " + file);
    }

    @Test
    void onlyTheOwnerMayReadTheFileAndNothingElseIsLeftBehind() throws IOException {
        encryption.rotate();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aRingThatOthersMayReadIsRefusedWithWhatToDo() throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatIllegalStateException()
                .isThrownBy(this::reopened)
                .withMessageContaining("rw-r--r--")
                .withMessageContaining("chmod 600");
    }

    @Test
    void aDamagedRingIsRefusedWithoutShowingAKey() throws IOException {
        List<String> lines = Files.readAllLines(file);
        String key = lines.getLast().substring(lines.getLast().lastIndexOf(' ') + 1);
        Files.write(file, List.of(lines.getLast().replace("AES256_GCM", "ROT13")));
        assertThatIllegalStateException()
                .isThrownBy(this::reopened)
                .withMessageContaining("damaged")
                .satisfies(refusal -> assertThat(refusal.toString()).doesNotContain(key));
    }

    @Test
    void anEmptyRingIsRefusedAndNotReplaced() throws IOException {
        Files.write(file, List.of());
        assertThatIllegalStateException().isThrownBy(this::reopened);
        assertThat(Files.size(file)).isZero();
    }

    private KeyringEncryption reopened() {
        return KeyringEncryption.open(file, InstantSource.system());
    }
}
