package org.tctf.app.simulation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Which seeds a build plays: those that once found something, for ever, and some that nobody has played before.
 * {@code -Dtctf.simulation.seed=N} plays one, {@code -Dtctf.simulation.seeds=N} so many fresh ones.
 */
final class Seeds {
    private static final String KEPT = "/simulation/seeds.txt";
    private static final int FRESH = Integer.getInteger("tctf.simulation.seeds", 3);
    private static final int DIGITS = 1_000_000_000;

    private Seeds() {}

    static Stream<Long> toPlay() {
        Long one = Long.getLong("tctf.simulation.seed");
        return one == null ? Stream.concat(kept().stream(), fresh()) : Stream.of(one);
    }

    /** Those in the file, in its order. */
    static List<Long> kept() {
        try (InputStream file = Objects.requireNonNull(Seeds.class.getResourceAsStream(KEPT))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> Long.valueOf(line.strip().split("\\s+", 2)[0]))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<Long> fresh() {
        SecureRandom random = new SecureRandom();
        return LongStream.generate(() -> random.nextInt(DIGITS)).limit(FRESH).boxed();
    }
}
