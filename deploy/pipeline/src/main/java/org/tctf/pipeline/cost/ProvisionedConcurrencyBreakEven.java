package org.tctf.pipeline.cost;

import java.time.Duration;
import java.util.Arrays;

/**
 * When an environment that is kept ready pays for itself. Kept, it costs {@code kept} all the time and {@code ready} while
 * it works; not kept, it costs {@code onDemand} while it works, and a cold start now and then, which is not counted here.
 * All prices are for a GB-second, so memory and processor cancel out.
 *
 * @param onDemand of work in an environment that is not kept
 * @param kept of keeping one, busy or not
 * @param ready of work in a kept one
 */
public record ProvisionedConcurrencyBreakEven(double onDemand, double kept, double ready) {

    public static ProvisionedConcurrencyBreakEven of(PriceList prices) {
        return new ProvisionedConcurrencyBreakEven(
                prices.of("lambda-duration").first(),
                prices.of("lambda-provisioned").first(),
                prices.of("lambda-provisioned-duration").first());
    }

    /**
     * The share of the time that an environment must be busy, so that keeping it costs no more: {@code onDemand × u = kept +
     * ready × u}. Above 1 it never pays; infinite when work in a kept one is not even cheaper.
     */
    public double utilisation() {
        return ready < onDemand ? kept / (onDemand - ready) : Double.POSITIVE_INFINITY;
    }

    /** The steady rate at which one environment, which serves one request at a time, is busy for that share. */
    public double requestsPerSecond(Duration duration) {
        return utilisation() / (duration.toNanos() / 1e9);
    }

    /**
     * How many environments to keep for a load: as many as are busy for at least that share of the time.
     *
     * @param busy how many requests were under way, sampled at equal distances over a typical period
     */
    public int environments(int[] busy) {
        int most = Arrays.stream(busy).max().orElse(0);
        int kept = 0;
        while (kept < most && share(busy, kept + 1) > utilisation()) {
            kept++;
        }
        return kept;
    }

    /** What such a load costs with so many kept, for a GB and for each of the samples' distances in seconds. */
    public double cost(int[] busy, int environments) {
        return Arrays.stream(busy)
                .mapToDouble(now -> environments * kept
                        + Math.min(now, environments) * ready
                        + Math.max(0, now - environments) * onDemand)
                .sum();
    }

    private static double share(int[] busy, int atLeast) {
        return Arrays.stream(busy).filter(now -> now >= atLeast).count() / (double) busy.length;
    }
}
