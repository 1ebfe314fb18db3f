package org.tctf.keyring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tctf.contracts.SecretsContract;
import org.tctf.kernel.crypto.Secrets;

class FileSecretsTest extends SecretsContract {

    @TempDir
    Path folder;

    private Path file;
    private FileSecrets secrets;

    @BeforeEach
    void open() {
        file = folder.resolve("secrets");
        secrets = FileSecrets.open(file);
    }

    @Override
    protected Secrets secrets() {
        return secrets;
    }

    @Test
    void theSecretsSurviveARestart() {
        assertThat(FileSecrets.open(file).named("cursors")).isEqualTo(secrets.named("cursors"));
    }

    @Test
    void anotherMasterSecretGivesOtherSecrets() {
        assertThat(FileSecrets.open(folder.resolve("other")).named("cursors")).isNotEqualTo(secrets.named("cursors"));
    }

    @Test
    void aFileThatOthersMayReadIsRefused() throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw----"));
        assertThatIllegalStateException().isThrownBy(() -> FileSecrets.open(file));
    }

    @Test
    void aShortenedFileIsRefused() throws IOException {
        Files.writeString(file, Files.readString(file).substring(0, 90));
        assertThatIllegalStateException().isThrownBy(() -> FileSecrets.open(file));
    }
}
