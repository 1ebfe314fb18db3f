package org.tctf.kernel.crypto;

import java.util.List;

/**
 * Port: named secrets of 32 random bytes. Embedded: derived from a file that only its owner may read; distributed:
 * Secrets Manager, which replaces them every 30 days unless the definition says that they last.
 */
@FunctionalInterface
public interface Secrets {

    /**
     * The bytes to seal, sign or digest with now; a fresh copy each time. Don't keep those of a secret that rotates.
     *
     * @throws org.tctf.kernel.Unavailable when they cannot be had at the moment
     */
    byte[] named(String name);

    /**
     * All bytes that something in use may have been sealed, signed or digested with, in whatever process; those of {@link
     * #named} first. More than one while a secret rotates and until it does again.
     *
     * @throws org.tctf.kernel.Unavailable when they cannot be had at the moment
     */
    default List<byte[]> accepted(String name) {
        return List.of(named(name));
    }
}
