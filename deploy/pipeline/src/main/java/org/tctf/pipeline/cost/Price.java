package org.tctf.pipeline.cost;

import java.net.URI;
import java.util.List;

/**
 * What one thing costs, cheaper perhaps from some quantity on.
 *
 * @param unit such as {@code request} or {@code GB-second}
 * @param per the quantity that a tier's price buys, 1 or 1,000,000
 * @param source the page that says so
 * @param tiers by where they begin, the first at 0
 */
public record Price(String unit, long per, URI source, List<Tier> tiers) {

    /** @param usd for {@link Price#per()} units, of those above {@code from} */
    public record Tier(double from, double usd) {}

    /** @throws IllegalArgumentException when a tier is out of order or a number is negative */
    public Price {
        tiers = List.copyOf(tiers);
        boolean isOrdered = per > 0 && !tiers.isEmpty() && tiers.getFirst().from() == 0;
        for (int i = 1; i < tiers.size(); i++) {
            isOrdered &= tiers.get(i).from() > tiers.get(i - 1).from();
        }
        if (!isOrdered || tiers.stream().anyMatch(tier -> tier.usd() < 0)) {
            throw new IllegalArgumentException(
                    "the price of a %s (%s): tiers begin at 0 and rise, prices are not negative"
                            .formatted(unit, source));
        }
    }

    /** US dollars for so many units in a month. */
    public double of(double quantity) {
        double usd = 0;
        for (int i = 0; i < tiers.size(); i++) {
            double end = i + 1 < tiers.size() ? tiers.get(i + 1).from() : Double.POSITIVE_INFINITY;
            double inTier = Math.max(0, Math.min(quantity, end) - tiers.get(i).from());
            usd += inTier * tiers.get(i).usd() / per;
        }
        return usd;
    }

    /** US dollars for the first unit. */
    public double first() {
        return tiers.getFirst().usd() / per;
    }
}
