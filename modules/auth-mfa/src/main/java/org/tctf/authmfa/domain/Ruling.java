package org.tctf.authmfa.domain;

import java.util.List;

/**
 * What was decided about a second factor: the next state and its facts, to be committed as one, and what to tell whoever
 * asked, once that is done.
 */
public record Ruling<R>(SecondFactor state, List<Object> facts, R answer) {

    public Ruling {
        facts = List.copyOf(facts);
    }

    public static <R> Ruling<R> of(SecondFactor state, R answer, Object... facts) {
        return new Ruling<>(state, List.of(facts), answer);
    }

    public static <R> Ruling<R> nothing(SecondFactor state, R answer) {
        return new Ruling<>(state, List.of(), answer);
    }
}
