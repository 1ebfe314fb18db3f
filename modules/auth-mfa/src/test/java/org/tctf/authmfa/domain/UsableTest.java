package org.tctf.authmfa.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tctf.kernel.Problem;
import org.tctf.kernel.crypto.Encrypted;

/** Whatever is typed, and whenever: no code twice, and never more than five wrong ones in a quarter of an hour. */
class UsableTest {
    private static final Instant START = Instant.parse("2026-11-20T09:00:00Z");

    /**
     * @param pause before it, in seconds
     * @param step in which the code is right, seen from the present one; 2 = in none
     */
    record Typed(int pause, int step) {}

    @Property
    void noCodeIsAcceptedTwiceNorOneBeforeIt(@ForAll("typed") List<Typed> all) {
        Usable factor = fresh();
        Instant now = START;
        Set<Long> accepted = new HashSet<>();
        long newest = Long.MIN_VALUE;
        for (Typed typed : all) {
            now = now.plusSeconds(typed.pause());
            Attempt attempt = attempt(factor, typed, now);
            factor = attempt.factor();
            if (attempt.isAccepted()) {
                long step = step(now) + typed.step();
                assertThat(accepted.add(step)).isTrue();
                assertThat(step).isGreaterThan(newest);
                newest = step;
            }
        }
    }

    @Property
    void neverAreMoreThanFiveWrongCodesLookedAtInAQuarterOfAnHour(@ForAll("typed") List<Typed> all) {
        Usable factor = fresh();
        Instant now = START;
        int inARow = 0;
        Instant lockedUntil = Instant.MIN;
        for (Typed typed : all) {
            now = now.plusSeconds(typed.pause());
            Attempt attempt = attempt(factor, typed, now);
            factor = attempt.factor();
            assertThat(attempt.isLookedAt()).isEqualTo(!now.isBefore(lockedUntil));
            if (attempt.isLookedAt()) {
                inARow = attempt.isAccepted() ? 0 : inARow + 1;
                if (inARow == Guesses.MAX) {
                    lockedUntil = now.plus(Duration.ofMinutes(15));
                    inARow = 0;
                }
            }
        }
    }

    @Provide
    Arbitrary<List<Typed>> typed() {
        return Combinators.combine(Arbitraries.of(0, 1, 7, 30, 31, 600), Arbitraries.of(-1, 0, 1, 2, 2, 2, 2))
                .as(Typed::new)
                .list()
                .ofMaxSize(60);
    }

    record Attempt(Usable factor, boolean isLookedAt, boolean isAccepted) {}

    private static Attempt attempt(Usable factor, Typed typed, Instant now) {
        OptionalLong step = typed.step() == 2 ? OptionalLong.empty() : OptionalLong.of(step(now) + typed.step());
        try {
            Ruling<Optional<Problem>> ruling = factor.tried(new TypedCode.Totp(step), now);
            return new Attempt(ruling.state().usable(), true, ruling.answer().isEmpty());
        } catch (Problem locked) {
            assertThat(locked.code()).isEqualTo("SECOND_FACTOR_LOCKED");
            return new Attempt(factor, false, false);
        }
    }

    private static Usable fresh() {
        return new On("ada", new Factor(new Encrypted("sealed"), 0, List.of(), null, Guesses.NONE), 1);
    }

    private static long step(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), 30);
    }
}
