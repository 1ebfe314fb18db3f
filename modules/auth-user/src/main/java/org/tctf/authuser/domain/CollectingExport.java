package org.tctf.authuser.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tctf.kernel.Decision;

/**
 * The services are asked.
 *
 * @param expected those that keep something of members
 */
public record CollectingExport(String userId, String id, Instant requestedAt, Set<String> expected, long version)
        implements DataExport {

    public CollectingExport {
        expected = Set.copyOf(expected);
    }

    /** @param version of what was known of this member's exports before */
    public static Decision<DataExport> request(
            String userId, String id, Set<String> expected, long version, Instant now) {
        return Decision.of(
                new CollectingExport(userId, id, now, expected, version + 1), new DataExportRequested(id, userId));
    }

    /** Whether nobody is waited for any more. */
    public boolean isOver(Set<String> answered, Instant now) {
        return answered.containsAll(expected) || !now.isBefore(requestedAt.plus(PATIENCE));
    }

    /** The copy is made, of the answers of these. */
    public Decision<DataExport> ready(Set<String> answered, Instant now) {
        Set<String> missing = new TreeSet<>(expected);
        missing.removeAll(answered);
        return Decision.of(
                new ReadyExport(userId, id, requestedAt, now, List.copyOf(missing), version + 1),
                new DataExportReady(userId, id, List.copyOf(missing), now.plus(KEPT)));
    }

    @Override
    public Optional<Instant> keptUntil() {
        return Optional.of(requestedAt.plus(KEPT));
    }
}
