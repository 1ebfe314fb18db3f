package org.tctf.app.simulation;

import java.util.function.Consumer;
import java.util.function.Function;
import org.tctf.testing.Answer;
import org.tctf.testing.Caller;

/**
 * What somebody asks of the platform. Who gets no answer asks again, in the same words and with the same key.
 *
 * @param then what they make of the answer
 */
record Act(String name, Function<Caller, Answer> ask, Consumer<Answer> then) {}
