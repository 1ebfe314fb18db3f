package org.tctf.builtinidentity;

import org.tctf.identity.Password;

/** How passwords are hashed. Hashes name their own algorithm and cost, so that both can change while old ones go on. */
interface PasswordHashing {

    /** A hash with a new salt, as a PHC string. */
    String hash(Password password);

    /** A hash that no password is known to have, and that costs as much to compare with as one made today. */
    String nobodys();

    /** Compares in constant time, at the cost that the hash names. */
    boolean matches(Password password, String hash);

    /** Whether it would be hashed otherwise today. */
    boolean isOutdated(String hash);
}
