package org.tctf.authuser.domain;

import org.jmolecules.ddd.annotation.ValueObject;

/**
 * A code that was sent somewhere, and whether it came back.
 *
 * @param digest what the right code digests to; the code itself is in the message only
 */
@ValueObject
public record Proof(String digest, boolean isGiven) {

    static Proof sent(String digest) {
        return new Proof(digest, false);
    }

    Proof given() {
        return new Proof(digest, true);
    }
}
