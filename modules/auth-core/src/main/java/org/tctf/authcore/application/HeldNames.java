package org.tctf.authcore.application;

import java.util.Optional;

/** Port: the membership names that accounts hold for good. */
@FunctionalInterface
public interface HeldNames {

    /** Folded, as it is compared. */
    Optional<String> heldBy(String accountId);
}
