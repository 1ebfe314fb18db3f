package org.tctf.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * An exact amount in one currency (ISO 4217). The amount always has the currency's number of decimals; a finer one is
 * refused, never rounded silently. Written as {@code {"amount": "49.00", "currency": "EUR"}}.
 */
@ValueObject
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {

    /**
     * @throws IllegalArgumentException when the amount has more decimals than the currency, or the currency has none
     *     defined (for example XAU)
     */
    public Money {
        if (currency.getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException("%s has no minor unit; it cannot be an amount".formatted(currency));
        }
        try {
            amount = amount.setScale(currency.getDefaultFractionDigits(), RoundingMode.UNNECESSARY);
        } catch (ArithmeticException tooFine) {
            throw new IllegalArgumentException(
                    "%s has more decimals than %s allows (%d); round it first"
                            .formatted(amount, currency, currency.getDefaultFractionDigits()),
                    tooFine);
        }
    }

    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), Currency.getInstance(currency));
    }

    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /** @throws IllegalArgumentException when the currencies differ */
    public Money plus(Money other) {
        return new Money(amount.add(sameCurrency(other).amount), currency);
    }

    /** @throws IllegalArgumentException when the currencies differ */
    public Money minus(Money other) {
        return new Money(amount.subtract(sameCurrency(other).amount), currency);
    }

    public Money negated() {
        return new Money(amount.negate(), currency);
    }

    /** This amount times a factor, rounded as said to the currency's decimals. */
    public Money times(BigDecimal factor, RoundingMode rounding) {
        return new Money(amount.multiply(factor).setScale(amount.scale(), rounding), currency);
    }

    /**
     * Splits by weights so that the parts add up to the whole exactly: each part is rounded towards zero, and the
     * remaining minor units go one each to the first parts with a weight (Fowler's allocation).
     *
     * @throws IllegalArgumentException when there are no weights, one is negative, or all are zero
     */
    public List<Money> allocate(List<BigDecimal> weights) {
        BigDecimal total = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (total.signum() <= 0 || weights.stream().anyMatch(w -> w.signum() < 0)) {
            throw new IllegalArgumentException("weights must be zero or more with a positive sum, not " + weights);
        }
        List<Money> parts = new ArrayList<>();
        BigDecimal left = amount;
        for (BigDecimal weight : weights) {
            BigDecimal part = amount.multiply(weight).divide(total, amount.scale(), RoundingMode.DOWN);
            parts.add(new Money(part, currency));
            left = left.subtract(part);
        }
        BigDecimal unit = BigDecimal.ONE.movePointLeft(amount.scale()).multiply(BigDecimal.valueOf(left.signum()));
        for (int i = 0; left.signum() != 0; i = (i + 1) % parts.size()) {
            if (weights.get(i).signum() > 0) {
                parts.set(i, new Money(parts.get(i).amount.add(unit), currency));
                left = left.subtract(unit);
            }
        }
        return List.copyOf(parts);
    }

    public boolean isNegative() {
        return amount.signum() < 0;
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(sameCurrency(other).amount);
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("%s and %s are different currencies".formatted(this, other));
        }
        return other;
    }
}
