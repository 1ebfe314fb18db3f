package org.tctf.kms;

import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.SecretKey;

/** A data key that encrypts a bounded number of times. */
final class DataKey {
    private final SecretKey key;
    private final byte[] encrypted;
    private final AtomicInteger usesLeft;

    /** @param encrypted the same key as KMS alone can decrypt it */
    DataKey(SecretKey key, byte[] encrypted, int uses) {
        this.key = key;
        this.encrypted = encrypted;
        this.usesLeft = new AtomicInteger(uses);
    }

    /** @return false when it may not be used any more */
    boolean take() {
        return usesLeft.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }

    SecretKey key() {
        return key;
    }

    byte[] encrypted() {
        return encrypted;
    }
}
