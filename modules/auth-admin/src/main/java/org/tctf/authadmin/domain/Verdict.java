package org.tctf.authadmin.domain;

import org.jspecify.annotations.Nullable;

/**
 * What a look at the chain has found.
 *
 * @param from where it began
 * @param to where it ended: everything between is what was written
 * @param head where the chain ends
 * @param fault absent when nothing is wrong
 */
public record Verdict(
        Point from, Point to, Point head, @Nullable Fault fault) {

    /** What is wrong with the entry after {@code to}. */
    public enum Fault {
        /** It was changed, or is not in its place, or another is: it does not follow from the one before it. */
        BROKEN_LINK,
        /** It is not there, and others are after it. */
        MISSING,
        /** It is there, behind the end of the chain. */
        BEYOND_HEAD,
        /** Where the chain ends, or where what is kept of it begins, was not written by us. */
        FORGED_END
    }

    public boolean isIntact() {
        return fault == null;
    }

    /** Whether nothing is left to look at. */
    public boolean isComplete() {
        return fault != null || to.equals(head);
    }
}
