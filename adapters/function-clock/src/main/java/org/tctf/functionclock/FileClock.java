package org.tctf.functionclock;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.condition.Condition;
import io.micronaut.context.condition.ConditionContext;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;

/** The time that a file says, in ISO-8601; the test moves it. */
@Singleton
@Replaces(InstantSource.class)
@Requires(condition = FileClock.IsSet.class)
public final class FileClock implements InstantSource {
    /** Path of the file. */
    public static final String VARIABLE = "TCTF_TEST_CLOCK";

    /** Only a test's function has one. */
    static final class IsSet implements Condition {
        @Override
        @SuppressWarnings("rawtypes") // as the interface has it
        public boolean matches(ConditionContext context) {
            return System.getenv(VARIABLE) != null;
        }
    }

    private final Path file = Path.of(System.getenv().getOrDefault(VARIABLE, ""));

    @Override
    public Instant instant() {
        try {
            return Instant.parse(Files.readString(file));
        } catch (IOException gone) {
            throw new UncheckedIOException("the test's clock is gone", gone);
        }
    }
}
