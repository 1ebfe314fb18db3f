package org.tctf.kernel.breaker;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.tctf.kernel.table.TableUnavailable;

/**
 * Decides whether a provider may be asked. After {@link #FAILURES} failures in a row it is left alone for {@link #REST};
 * then one call tries it, and the rest waits for what becomes of that one.
 *
 * <p>All that use the same {@link BreakerStates} decide together. States that cannot be read or written are no reason not
 * to ask the provider, nor to forget that it has answered: then this breaker is closed.
 */
public final class Breaker {
    public static final int FAILURES = 3;
    public static final Duration REST = Duration.ofSeconds(10);

    private static final System.Logger LOG = System.getLogger(Breaker.class.getName());

    /** Others may change the state at the same moment; after so many meetings they have said enough. */
    private static final int TRIES = 10;

    private final String provider;
    private final BreakerStates states;
    private final InstantSource clock;

    /** What is to be said of a circuit. */
    public enum Circuit {
        CLOSED,
        /** It is left alone, or one call is trying it. */
        OPEN,
        /** The next call will try it. */
        HALF_OPEN
    }

    public Breaker(String provider, BreakerStates states, InstantSource clock) {
        this.provider = provider;
        this.states = states;
        this.clock = clock;
    }

    /** Whether the provider may be asked now. */
    public Optional<Attempt> attempt() {
        try {
            for (int tries = 0; tries < TRIES; tries++) {
                BreakerState seen = states.of(provider);
                switch (circuit(seen)) {
                    case CLOSED -> {
                        return Optional.of(new Attempt(seen));
                    }
                    case OPEN -> {
                        return Optional.empty();
                    }
                    case HALF_OPEN -> {
                        BreakerState trial = leftAlone(seen.failures());
                        if (states.replace(provider, seen, trial)) {
                            return Optional.of(new Attempt(trial));
                        }
                    }
                }
            }
            return Optional.empty();
        } catch (TableUnavailable unknown) {
            LOG.log(Level.WARNING, "{0} is asked, though its breaker cannot be: {1}", provider, unknown.getMessage());
            return Optional.of(new Attempt(BreakerState.CLOSED));
        }
    }

    /** For people: how the provider is doing. */
    public Circuit circuit() {
        return circuit(states.of(provider));
    }

    /** For people: how often it has failed in a row. */
    public int failures() {
        return states.of(provider).failures();
    }

    /** One call that may be made, and is to be reported. A trial that is never reported makes room for another. */
    public final class Attempt {
        /** As it was when the call was admitted: a trial knows by its time whether another has taken its place. */
        private final BreakerState admitted;

        private Attempt(BreakerState admitted) {
            this.admitted = admitted;
        }

        /** The provider has answered, if only to say no. */
        public void succeeded() {
            // Nothing to write is the rule, and then nothing is read either.
            if (!admitted.equals(BreakerState.CLOSED)) {
                report(seen -> BreakerState.CLOSED);
            }
        }

        /** It failed, or did not answer in time. */
        public void failed() {
            report(seen -> {
                int failures = seen.failures() + 1;
                return failures < FAILURES ? new BreakerState(failures, null) : leftAlone(failures);
            });
        }

        private void report(UnaryOperator<BreakerState> change) {
            try {
                for (int tries = 0; tries < TRIES; tries++) {
                    BreakerState seen = states.of(provider);
                    if (!Objects.equals(seen.leftAloneUntil(), admitted.leftAloneUntil())) {
                        // The circuit has changed since; what began before says nothing about now.
                        return;
                    }
                    BreakerState next = change.apply(seen);
                    if (states.replace(provider, seen, next)) {
                        tell(seen, next);
                        return;
                    }
                }
            } catch (TableUnavailable unknown) {
                LOG.log(
                        Level.WARNING,
                        "the breaker of {0} did not hear of a call: {1}",
                        provider,
                        unknown.getMessage());
            }
        }
    }

    private Circuit circuit(BreakerState state) {
        Instant until = state.leftAloneUntil();
        if (until == null) {
            return Circuit.CLOSED;
        }
        return clock.instant().isBefore(until) ? Circuit.OPEN : Circuit.HALF_OPEN;
    }

    private BreakerState leftAlone(int failures) {
        return new BreakerState(
                failures, clock.instant().truncatedTo(ChronoUnit.MILLIS).plus(REST));
    }

    private void tell(BreakerState seen, BreakerState next) {
        if (next.leftAloneUntil() != null) {
            LOG.log(
                    Level.WARNING,
                    "{0} failed {1} times in a row: it is left alone until {2}",
                    provider,
                    next.failures(),
                    next.leftAloneUntil());
        } else if (seen.leftAloneUntil() != null) {
            LOG.log(Level.INFO, "{0} answers again", provider);
        }
    }
}
