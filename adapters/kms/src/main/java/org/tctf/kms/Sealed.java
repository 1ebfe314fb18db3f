package org.tctf.kms;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.tctf.kernel.crypto.Encrypted;

/**
 * A ciphertext with all that is needed to open it but KMS: one byte of version, the length of the encrypted data key in
 * two, that key, a random nonce, and AES-256-GCM's text and tag (NIST SP 800-38D) with the purpose as associated data.
 */
record Sealed(byte[] encryptedKey, byte[] nonce, byte[] text) {
    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    static Sealed seal(DataKey key, String purpose, String plaintext, SecureRandom random) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            return new Sealed(
                    key.encrypted(), nonce, crypt(Cipher.ENCRYPT_MODE, key.key(), nonce, purpose, utf8(plaintext)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("A text for " + purpose + " could not be encrypted.", impossible);
        }
    }

    /** @throws IllegalArgumentException when it was changed, or sealed for another purpose or with another key */
    String open(SecretKey key, String purpose) {
        try {
            return new String(crypt(Cipher.DECRYPT_MODE, key, nonce, purpose, text), StandardCharsets.UTF_8);
        } catch (AEADBadTagException forged) {
            throw new IllegalArgumentException(
                    "This text was changed, or is not encrypted for " + purpose + ".", forged);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("A text for " + purpose + " could not be decrypted.", impossible);
        }
    }

    Encrypted encoded() {
        ByteBuffer bytes = ByteBuffer.allocate(1 + Short.BYTES + encryptedKey.length + nonce.length + text.length)
                .put(VERSION)
                .putShort((short) encryptedKey.length)
                .put(encryptedKey)
                .put(nonce)
                .put(text);
        return new Encrypted(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array()));
    }

    /** @throws IllegalArgumentException when it is not one */
    static Sealed decoded(Encrypted sealed) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(sealed.value()));
        try {
            if (bytes.get() != VERSION) {
                throw new IllegalArgumentException("This text is in a format that this version does not know.");
            }
            byte[] encryptedKey = new byte[Short.toUnsignedInt(bytes.getShort())];
            byte[] nonce = new byte[NONCE_BYTES];
            bytes.get(encryptedKey).get(nonce);
            byte[] text = new byte[bytes.remaining()];
            bytes.get(text);
            return new Sealed(encryptedKey, nonce, text);
        } catch (BufferUnderflowException tooShort) {
            throw new IllegalArgumentException("This is not a text that was encrypted here.", tooShort);
        }
    }

    @Override
    public String toString() {
        return "Sealed[…]";
    }

    private static byte[] crypt(int mode, SecretKey key, byte[] nonce, String purpose, byte[] input)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(utf8(purpose));
        return cipher.doFinal(input);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
