package org.tctf.builtinidentity;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tctf.kernel.crypto.RandomSecrets;

class SecretsTest {

    @Test
    void aSecretHas256BitsAndNoTwoAreAlike() {
        RandomSecrets secrets = new RandomSecrets(new SecureRandom());
        List<String> many = Stream.generate(secrets::next).limit(10_000).toList();
        assertThat(many).doesNotHaveDuplicates();
        assertThat(many).allMatch(secret -> Base64.getUrlDecoder().decode(secret).length * Byte.SIZE == 256);
    }
}
