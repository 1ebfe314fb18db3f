package org.tctf.sqlite;

/** What a commit survives once it is acknowledged. */
public enum Durability {
    /** A crash of the process and of the machine: each group of commits ends with an fsync. */
    FULL("FULL"),
    /** A crash of the process; a power cut may take the last moments. For what can be made again, and for tests. */
    RELAXED("NORMAL");

    private final String synchronous;

    Durability(String synchronous) {
        this.synchronous = synchronous;
    }

    /** The value of {@code PRAGMA synchronous} that means this in WAL mode. */
    String synchronous() {
        return synchronous;
    }
}
