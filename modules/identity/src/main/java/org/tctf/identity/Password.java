package org.tctf.identity;

import java.text.Normalizer;

/**
 * A password as somebody typed it, in the one form in which it is hashed and compared: NFKC, so that the same keys on
 * another keyboard or system are the same password (RFC 8265 §4.2 asks for a normal form; NIST SP 800-63B §5.1.1.2 for
 * NFKC or NFKD). How good it is, is the auth services' policy.
 */
public record Password(String value) {

    public Password {
        value = Normalizer.normalize(value, Normalizer.Form.NFKC);
    }

    /** In characters as people count them: Unicode code points. */
    public int length() {
        return value.codePointCount(0, value.length());
    }

    @Override
    public String toString() {
        return "Password[…]";
    }
}
