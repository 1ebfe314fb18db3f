package org.tctf.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MoneyTest {

    @Test
    void anAmountHasItsCurrencysDecimals() {
        assertThat(Money.of("49", "EUR")).hasToString("49.00 EUR");
        assertThat(Money.of("49", "JPY")).hasToString("49 JPY");
    }

    @Test
    void aFinerAmountIsRefusedNotRounded() {
        assertThatThrownBy(() -> Money.of("0.001", "EUR")).hasMessageContaining("round it first");
        assertThatThrownBy(() -> Money.of("1.5", "JPY")).hasMessageContaining("round it first");
    }

    @Test
    void differentCurrenciesDoNotAddUp() {
        assertThatThrownBy(() -> Money.of("1", "EUR").plus(Money.of("1", "USD")))
                .hasMessage("1.00 EUR and 1.00 USD are different currencies");
    }

    @Test
    void timesRoundsAsSaid() {
        assertThat(Money.of("10.00", "EUR").times(new BigDecimal("0.3333"), RoundingMode.HALF_EVEN))
                .isEqualTo(Money.of("3.33", "EUR"));
    }

    @Property
    void partsAlwaysAddUpToTheWhole(
            @ForAll @LongRange(min = -1_000_000, max = 1_000_000) long cents,
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 50) Integer> weights) {
        Assume.that(weights.stream().anyMatch(w -> w > 0));
        Money whole = new Money(BigDecimal.valueOf(cents, 2), Currency.getInstance("EUR"));

        List<Money> parts =
                whole.allocate(weights.stream().map(BigDecimal::valueOf).toList());

        assertThat(parts.stream().reduce(Money.zero(whole.currency()), Money::plus))
                .isEqualTo(whole);
        for (int i = 0; i < parts.size(); i++) {
            if (weights.get(i) == 0) {
                assertThat(parts.get(i)).isEqualTo(Money.zero(whole.currency()));
            }
        }
    }
}
