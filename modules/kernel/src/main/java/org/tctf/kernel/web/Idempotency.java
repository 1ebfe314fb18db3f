package org.tctf.kernel.web;

import org.tctf.kernel.table.AccessPattern;
import org.tctf.kernel.table.Key;

/** What a service's table keeps of each request that came with an {@code Idempotency-Key}, so that it is done once. */
public final class Idempotency {
    /** Every service has it; definitions need not list it. The key lies there as a digest only. */
    public static final AccessPattern REQUEST = AccessPattern.main(
            "a request with an idempotency key", "IDEMPOTENCY#{caller}#{keyDigest}", "{methodAndRoute}");

    private Idempotency() {}

    /** Whether this is the key of such a request. */
    public static boolean isKey(Key key) {
        return key.pk().startsWith("IDEMPOTENCY#");
    }
}
