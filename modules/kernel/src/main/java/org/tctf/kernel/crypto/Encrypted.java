package org.tctf.kernel.crypto;

/**
 * A secret that may travel in an event or lie in a table: ciphertext, Base64url. In an event's schema such a field is
 * marked {@code "writeOnly": true}, and no log, console or trace shows it.
 */
public record Encrypted(String value) {

    @Override
    public String toString() {
        return "Encrypted[…]";
    }
}
