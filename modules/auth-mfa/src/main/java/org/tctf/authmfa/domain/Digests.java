package org.tctf.authmfa.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Comparison in constant time. */
final class Digests {

    private Digests() {}

    static boolean areEqual(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
