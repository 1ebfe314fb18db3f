package org.tctf.builtinidentity;

/**
 * What one Argon2id hash costs (RFC 9106 §3.1).
 *
 * @param memoryKib KiB of memory
 * @param passes over that memory
 * @param lanes filled side by side
 */
public record HashingCost(int memoryKib, int passes, int lanes) {
    /** OWASP Password Storage Cheat Sheet: 19 MiB, two passes, one lane; some 30 ms of one core. */
    public static final HashingCost OWASP = new HashingCost(19 * 1024, 2, 1);

    /** The least that the algorithm takes: for tests of anything but the cost. */
    public static final HashingCost LEAST = new HashingCost(8, 1, 1);
}
