package org.tctf.authmfa.application;

import java.util.function.Function;
import org.tctf.authmfa.domain.Ruling;
import org.tctf.authmfa.domain.SecondFactor;

/** Port: the members' second factors. */
public interface Factors {

    SecondFactor of(String userId);

    /**
     * Reads, decides and commits as one; where somebody else was faster, it reads and decides again. One that waits for
     * the provider is brought to its end even if this process dies now.
     *
     * @return the ruling's answer, once it is committed
     */
    <R> R decide(String userId, Function<SecondFactor, Ruling<R>> decision);
}
