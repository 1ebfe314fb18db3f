package org.tctf.messagingconsumers.domain.subscriber;

import java.time.Instant;
import java.util.List;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import org.tctf.kernel.Problem;

/**
 * Addresses that staff brings, for a list.
 *
 * @param consent where their owners' consent is to be found; kept as long as the import
 * @param chunks into which the good lines were cut, and of which so many are done
 * @param imported who is on the list now because of it
 * @param skipped who is suppressed, has left the list, or was on it already
 * @param faults of the lines that cannot be imported, the first {@value #MAX_FAULTS}
 * @param faulty how many lines have one
 */
@AggregateRoot
public record Import(
        @Identity String importId,
        String listId,
        String consent,
        int chunks,
        int done,
        long imported,
        long skipped,
        List<Fault> faults,
        long faulty,
        Instant startedAt,
        long version) {
    public static final int MAX_ROWS = 4000;
    public static final int MAX_FAULTS = 100;
    public static final int MAX_CONSENT = 200;

    /** So many lines, each with its fact, and what goes along, are one commit. */
    public static final int CHUNK = 45;

    /** A line that is wrong. */
    public record Fault(long line, String code, String detail) {}

    /** @throws Problem {@code CONSENT_MISSING} */
    public Import {
        faults = List.copyOf(faults);
        if (consent.isBlank() || consent.length() > MAX_CONSENT) {
            throw Problem.invalid(
                            "CONSENT_MISSING",
                            "Say in 1 to %d characters where these people's consent is to be found."
                                    .formatted(MAX_CONSENT))
                    .at("/consent");
        }
    }

    public static Import of(String importId, String listId, String consent, int chunks, List<Fault> all, Instant now) {
        return new Import(
                importId,
                listId,
                consent,
                chunks,
                0,
                0,
                0,
                all.stream().limit(MAX_FAULTS).toList(),
                all.size(),
                now,
                1);
    }

    public boolean isThrough() {
        return done == chunks;
    }

    /** Another chunk is done. */
    public Import next(long more, long passedOver) {
        return new Import(
                importId,
                listId,
                consent,
                chunks,
                done + 1,
                imported + more,
                skipped + passedOver,
                faults,
                faulty,
                startedAt,
                version + 1);
    }
}
