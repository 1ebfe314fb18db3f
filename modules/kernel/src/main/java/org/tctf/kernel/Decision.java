package org.tctf.kernel;

import java.util.List;

/**
 * What an aggregate decided, still to be committed as one (rule 5): its next state, and the facts that follow. A
 * decision whose state equals the one before and that has no facts is "nothing to do", and is not committed.
 *
 * @param facts records that the service's definition publishes, in the order in which they happened
 */
public record Decision<S>(S state, List<Object> facts) {

    public Decision {
        facts = List.copyOf(facts);
    }

    public static <S> Decision<S> of(S state, Object... facts) {
        return new Decision<>(state, List.of(facts));
    }
}
