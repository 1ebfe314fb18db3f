package org.tctf.functionclock;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.condition.Condition;
import io.micronaut.context.condition.ConditionContext;
import jakarta.inject.Singleton;
import org.tctf.http.Limits;

/** No rate limits, for tests that say many sentences about one route. */
@Factory
@Requires(condition = NoLimits.IsSet.class)
final class NoLimits {
    private static final int FACTOR = 100_000;

    static final class IsSet implements Condition {
        @Override
        @SuppressWarnings("rawtypes") // as the interface has it
        public boolean matches(ConditionContext context) {
            return "off".equals(System.getenv("TCTF_TEST_RATE_LIMITS"));
        }
    }

    @Singleton
    @Replaces(Limits.class)
    Limits limits() {
        return new Limits(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, FACTOR);
    }
}
