package org.tctf.authuser.application;

import java.util.Optional;
import java.util.function.Function;
import org.tctf.authuser.domain.Kept;
import org.tctf.kernel.Decision;

/** Port: one thing of each member. What belongs to an erased member cannot come back. */
public interface Records<S extends Kept> {

    Optional<S> find(String userId);

    /**
     * Reads, decides and commits as one; where somebody else was faster, it reads and decides again. What was decided and
     * has to be done elsewhere is done even if this process dies now.
     *
     * @return what is kept now
     */
    S decide(String userId, Function<Optional<S>, Decision<? extends S>> decision);
}
