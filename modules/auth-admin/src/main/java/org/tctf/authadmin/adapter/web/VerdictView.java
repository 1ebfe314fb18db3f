package org.tctf.authadmin.adapter.web;

import org.jspecify.annotations.Nullable;
import org.tctf.authadmin.domain.Verdict;

/**
 * @param intact whether everything from {@code fromSeq} to {@code toSeq} is what was written
 * @param complete whether the end was reached; else go on with {@code toSeq} and {@code toHash}
 * @param toHash keep it with {@code toSeq} elsewhere: it proves later that the chain is still this one
 * @param fault what is wrong with the entry after {@code toSeq}
 */
record VerdictView(
        boolean intact,
        boolean complete,
        long fromSeq,
        long toSeq,
        String toHash,
        long headSeq,
        Verdict.@Nullable Fault fault) {

    static VerdictView of(Verdict verdict) {
        return new VerdictView(
                verdict.isIntact(),
                verdict.isComplete(),
                verdict.from().seq(),
                verdict.to().seq(),
                verdict.to().hash(),
                verdict.head().seq(),
                verdict.fault());
    }
}
