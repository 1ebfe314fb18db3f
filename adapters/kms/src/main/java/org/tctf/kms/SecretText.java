package org.tctf.kms;

import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;

/**
 * What lies in Secrets Manager: random text of at least 256 bits, since a stack can have nothing else made ({@code
 * GenerateSecretString}). {@value #LENGTH} letters and digits are enough.
 */
record SecretText(String value) {
    static final int LENGTH = 43;

    private static final int BYTES = 32;

    static SecretText random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new SecretText(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** @throws IllegalStateException when it is not text, or can be guessed */
    static SecretText of(GetSecretValueResponse response) {
        @Nullable String text = response.secretString();
        if (text == null || text.length() < LENGTH) {
            throw new IllegalStateException(
                    "secret %s is not random text of at least %d characters; let the stack make it, and change it by rotation only"
                            .formatted(response.name(), LENGTH));
        }
        return new SecretText(text);
    }

    @Override
    public String toString() {
        return "SecretText[…]";
    }
}
