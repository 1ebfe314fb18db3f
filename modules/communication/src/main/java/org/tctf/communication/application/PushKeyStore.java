package org.tctf.communication.application;

import java.util.function.Supplier;
import org.tctf.kernel.crypto.Encrypted;

/** Port: where the key pair that pushes are signed with is kept. */
public interface PushKeyStore {
    /** @param privateJwk sealed for {@link PushKey#PURPOSE} */
    record Kept(Encrypted privateJwk) {}

    /** The one that is kept; of several that are made at the same moment, the first. */
    Kept firstOr(Supplier<Kept> fresh);
}
