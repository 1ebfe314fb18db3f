package org.tctf.authuser.application;

import org.tctf.authuser.domain.PhoneChannel;
import org.tctf.kernel.PhoneNumber;

/** Port: what the world's numbering plans say of a number. */
public interface NumberingPlan {

    /**
     * A number that somebody can be reached at, for what a message usually costs.
     *
     * @param country its calling code: 44
     */
    record Reachable(PhoneNumber number, int country) {}

    /**
     * Reads a number as people write it, with a plus and the country's code.
     *
     * @throws org.tctf.kernel.Problem {@code INVALID_PHONE_NUMBER}, {@code PHONE_NOT_REACHABLE} when it is none that takes
     *     such messages, or one that costs whoever calls it more than a call
     */
    Reachable read(String typed, PhoneChannel channel);
}
