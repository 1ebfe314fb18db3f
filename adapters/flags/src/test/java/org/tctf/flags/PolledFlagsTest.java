package org.tctf.flags;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.tctf.kernel.Unavailable;
import org.tctf.kernel.service.ServiceDefinition;

/** What operators are told, and what many uses at once cost; the rest is the port's contract. */
class PolledFlagsTest {
    private static final ServiceDefinition SHOP = ServiceDefinition.named("shop")
            .summary("Sells.")
            .owner("test")
            .flag("till-open", true, "Whether anything is sold")
            .build();

    private final AtomicInteger asked = new AtomicInteger();
    private Instant now = Instant.parse("2026-11-20T09:00:00Z");
    private Map<String, String> said = Map.of();
    private boolean isReachable = true;
    private boolean isUnchanged;

    private final PolledFlags flags = new PolledFlags(
            new FlagSource() {
                @Override
                public String name() {
                    return "the till's drawer";
                }

                @Override
                public Optional<Map<String, String>> read() {
                    asked.incrementAndGet();
                    if (!isReachable) {
                        throw new Unavailable("the drawer is locked; open it");
                    }
                    return isUnchanged ? Optional.empty() : Optional.of(said);
                }
            },
            List.of(SHOP),
            () -> now,
            Duration.ofSeconds(2),
            Duration.ofSeconds(10));

    private boolean later() {
        now = now.plusSeconds(2);
        return flags.isOn(SHOP, "till-open");
    }

    @Test
    void aWrongValueIsReportedWithWhatToWriteAndWhatHoldsMeanwhile() {
        said = Map.of("shop.till-open", "closed");
        assertThat(later()).isTrue();
        assertThat(flags.complaints())
                .containsExactly("shop.till-open is 'closed' in the till's drawer; make it on or off. It stays on.");
        said = Map.of("shop.till-open", "off");
        assertThat(later()).isFalse();
        assertThat(flags.complaints()).isEmpty();
    }

    @Test
    void aNameThatNobodyKnowsIsReported() {
        said = Map.of("shop.til-open", "off");
        assertThat(later()).isTrue();
        assertThat(flags.complaints())
                .singleElement()
                .asString()
                .startsWith("shop.til-open in the till's drawer is no");
    }

    @Test
    void whatIsWrongStaysReportedWhileTheSourceHasNothingNew() {
        said = Map.of("shop.till-open", "closed");
        later();
        isUnchanged = true;
        later();
        assertThat(flags.complaints()).hasSize(1);
        isReachable = false;
        later();
        assertThat(flags.complaints())
                .hasSize(2)
                .first()
                .isEqualTo("the drawer is locked; open it; flags stay as they were.");
        isReachable = true;
        later();
        assertThat(flags.complaints()).hasSize(1);
    }

    @Test
    void itIsKnownHowEachFlagStandsAndWhoSaysSo() {
        assertThat(flags.all()).containsExactly(new TurnedFlag("shop", SHOP.flag("till-open"), true, "its definition"));
        said = Map.of("shop.till-open", "off");
        later();
        assertThat(flags.all())
                .containsExactly(new TurnedFlag("shop", SHOP.flag("till-open"), false, "the till's drawer"));
    }

    @Test
    void whatWasKnownBeforeARestoreIsAskedForAgainAtOnce() {
        assertThat(flags.isOn(SHOP, "till-open")).isTrue();
        said = Map.of("shop.till-open", "off");
        flags.renew();
        assertThat(flags.isOn(SHOP, "till-open")).isFalse();
        assertThat(asked).hasValue(2);
    }

    @Test
    void aClockThatIsSetBackHidesNothing() {
        assertThat(flags.isOn(SHOP, "till-open")).isTrue();
        said = Map.of("shop.till-open", "off");
        now = now.minus(Duration.ofDays(1));
        assertThat(flags.isOn(SHOP, "till-open")).isFalse();
    }

    @Test
    void manyUsesAtOnceAskOnceAndAllSeeTheAnswer() {
        AtomicInteger sold = new AtomicInteger();
        said = Map.of("shop.till-open", "off");
        try (ExecutorService buyers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int buyer = 0; buyer < 200; buyer++) {
                buyers.execute(() -> {
                    if (flags.isOn(SHOP, "till-open")) {
                        sold.incrementAndGet();
                    }
                });
            }
        }
        assertThat(sold).hasValue(0);
        assertThat(asked).hasValue(1);
    }
}
