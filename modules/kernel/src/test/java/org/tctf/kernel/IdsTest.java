package org.tctf.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class IdsTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void anIdIsAUuidOfVersion7AndCarriesItsMillisecond() {
        UUID id = Ids.v7(InstantSource.fixed(NOON), new Random(1)).next();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOON.toEpochMilli());
    }

    @Test
    void aBurstLargerThanTheCounterStaysInOrder() {
        Ids ids = Ids.v7(InstantSource.fixed(NOON), new Random(1));

        List<String> given =
                Stream.generate(ids::next).limit(20_000).map(UUID::toString).toList();

        assertThat(given).isSorted().doesNotHaveDuplicates();
    }

    @Property(tries = 200)
    void idsStayInOrderWhateverTheClockDoes(
            @ForAll List<@IntRange(min = -5, max = 5) Integer> steps, @ForAll long seed) {
        AtomicLong now = new AtomicLong(NOON.toEpochMilli());
        Ids ids = Ids.v7(() -> Instant.ofEpochMilli(now.get()), new Random(seed));

        List<String> given = new ArrayList<>();
        for (int step : steps) {
            now.addAndGet(step);
            given.add(ids.next().toString());
        }

        assertThat(given).isSorted().doesNotHaveDuplicates();
    }
}
