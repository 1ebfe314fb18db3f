package org.tctf.authadmin.domain;

/**
 * A point of the audit chain: who knows one can tell later whether the chain is still the one that led there.
 *
 * @param seq of the entry; 0 before the first
 * @param hash of the entry, 64 hexadecimal digits
 */
public record Point(long seq, String hash) {
    /** Before the first entry. */
    public static final Point START = new Point(0, "0".repeat(64));
}
