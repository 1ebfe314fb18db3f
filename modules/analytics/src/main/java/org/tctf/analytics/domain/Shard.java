package org.tctf.analytics.domain;

import java.util.List;
import java.util.stream.IntStream;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * One of eight parts of everything that is counted. Every fact of the platform passes here, and DynamoDB takes about
 * 1,000 writes a second under one partition key and lets two transactions on one item collide; eight counters that are
 * summed when read have an eighth of the collisions, and a rebuild works on eight parts side by side.
 */
@ValueObject
public record Shard(int number) {
    public static final int COUNT = 8;

    /** @throws IllegalArgumentException when there is no such shard */
    public Shard {
        if (number < 0 || number >= COUNT) {
            throw new IllegalArgumentException("shard %d: use 0 to %d".formatted(number, COUNT - 1));
        }
    }

    /** The part that a pseudonym belongs to, now and for ever. */
    public static Shard of(String pseudonym) {
        return new Shard(Math.floorMod(pseudonym.hashCode(), COUNT));
    }

    public static List<Shard> all() {
        return IntStream.range(0, COUNT).mapToObj(Shard::new).toList();
    }
}
