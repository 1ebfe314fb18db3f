package org.tctf.kernel.crypto;

/**
 * Port: envelope encryption. Embedded: a local key ring; distributed: KMS data keys. The purpose is bound to the
 * ciphertext as associated data: what was encrypted for one purpose does not open for another.
 */
public interface Encryption {

    /**
     * @param purpose for what, {@code verification-code}
     * @throws org.tctf.kernel.Unavailable when keys cannot be had at the moment
     */
    Encrypted encrypt(String purpose, String plaintext);

    /**
     * @throws IllegalArgumentException when it was changed, or encrypted for another purpose or with an unknown key
     * @throws org.tctf.kernel.Unavailable when keys cannot be had at the moment
     */
    String decrypt(String purpose, Encrypted sealed);
}
