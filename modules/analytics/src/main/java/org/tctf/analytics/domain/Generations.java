package org.tctf.analytics.domain;

import java.util.List;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * Which counting of the facts is served, and which one a rebuild is making.
 *
 * <p>A fact is counted in both as it arrives, and its archive entry says up to which generation that was; the rebuild
 * counts those of the archive that say less. So nothing is counted twice or left out, and facts need not wait.
 *
 * @param serving what is read, from 1
 * @param building what is being made, 0 when nothing is
 */
@ValueObject
public record Generations(int serving, int building) {
    public static final Generations FIRST = new Generations(1, 0);

    public boolean isRebuilding() {
        return building != 0;
    }

    /** Those that a new fact is counted in. */
    public List<Integer> live() {
        return isRebuilding() ? List.of(serving, building) : List.of(serving);
    }

    /** The latest that a new fact is counted in. */
    public int latest() {
        return Math.max(serving, building);
    }

    public Generations rebuild() {
        return new Generations(serving, serving + 1);
    }

    public Generations switched() {
        return new Generations(building, 0);
    }
}
