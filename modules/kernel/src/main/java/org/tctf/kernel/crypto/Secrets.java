package org.tctf.kernel.crypto;

/** Port: named secrets of 32 random bytes, made on first use. Embedded: a file that only its owner may read. */
public interface Secrets {

    /** Always the same bytes for the same name; a fresh copy each time. */
    byte[] named(String name);
}
