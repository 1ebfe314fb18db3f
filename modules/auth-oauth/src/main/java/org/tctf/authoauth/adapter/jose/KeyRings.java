package org.tctf.authoauth.adapter.jose;

import java.util.function.UnaryOperator;

/** Where the keys lie. */
public interface KeyRings {

    KeyRing read();

    /** Reads, decides and commits as one; a ring with the same version is left as it is. */
    KeyRing change(UnaryOperator<KeyRing> change);
}
