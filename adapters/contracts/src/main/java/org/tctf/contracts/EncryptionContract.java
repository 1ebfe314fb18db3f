package org.tctf.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.tctf.kernel.crypto.Encrypted;
import org.tctf.kernel.crypto.Encryption;

/** What every {@link Encryption} promises. */
public abstract class EncryptionContract {

    /** The one under test; the same at every call. */
    protected abstract Encryption encryption();

    @Test
    void whatWasEncryptedOpensAgain() {
        for (String text : new String[] {"", "123456", "Žluťoučký kůň 🐎", "x".repeat(100_000)}) {
            assertThat(encryption().decrypt("code", encryption().encrypt("code", text)))
                    .isEqualTo(text);
        }
    }

    @Test
    void theSameTextNeverLooksTheSame() {
        assertThat(encryption().encrypt("code", "123456"))
                .isNotEqualTo(encryption().encrypt("code", "123456"));
    }

    @Test
    void theTextIsNotInIt() {
        assertThat(encryption().encrypt("code", "123456").value())
                .doesNotContain("123456")
                .matches("[A-Za-z0-9_-]+");
    }

    @Test
    void anotherPurposeDoesNotOpenIt() {
        Encrypted sealed = encryption().encrypt("verification-code", "123456");
        assertThatIllegalArgumentException().isThrownBy(() -> encryption().decrypt("reset-code", sealed));
    }

    @Test
    void aChangeOfAnyByteIsNoticed() {
        byte[] sealed = Base64.getUrlDecoder()
                .decode(encryption().encrypt("code", "123456").value());
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            Encrypted forged =
                    new Encrypted(Base64.getUrlEncoder().withoutPadding().encodeToString(changed));
            assertThatIllegalArgumentException().isThrownBy(() -> encryption().decrypt("code", forged));
        }
    }

    @Test
    void whatIsNoCiphertextIsRefused() {
        for (String text : new String[] {"", "AQ", "not base64!", "AQAAAAAB", "123456"}) {
            assertThatIllegalArgumentException().isThrownBy(() -> encryption().decrypt("code", new Encrypted(text)));
        }
    }
}
