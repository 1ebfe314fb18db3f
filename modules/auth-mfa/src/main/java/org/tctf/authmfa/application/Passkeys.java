package org.tctf.authmfa.application;

import java.util.function.Function;
import org.tctf.authmfa.domain.PasskeyRing;
import org.tctf.kernel.Decision;

/** Port: the members' passkeys. One credential is one member's only. */
public interface Passkeys {

    PasskeyRing of(String userId);

    /**
     * Reads, decides and commits as one; where somebody else was faster, it reads and decides again.
     *
     * @return what is kept now
     * @throws org.tctf.kernel.Problem {@code PASSKEY_ALREADY_REGISTERED}, by whomever; whatever the decision throws
     */
    PasskeyRing decide(String userId, Function<PasskeyRing, Decision<PasskeyRing>> decision);
}
