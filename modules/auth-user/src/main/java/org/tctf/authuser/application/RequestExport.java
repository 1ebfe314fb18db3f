package org.tctf.authuser.application;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.tctf.authuser.domain.CollectingExport;
import org.tctf.authuser.domain.DataExport;
import org.tctf.authuser.domain.Kept;
import org.tctf.identity.Principal;
import org.tctf.kernel.Ids;
import org.tctf.kernel.Problem;
import org.tctf.kernel.export.Exporters;

/** Asks all services for what they keep of the caller; once a day. */
@Singleton
public class RequestExport {
    private final Records<DataExport> exports;
    private final Exporters exporters;
    private final Ids ids;
    private final InstantSource clock;

    public RequestExport(Records<DataExport> exports, Exporters exporters, Ids ids, InstantSource clock) {
        this.exports = exports;
        this.exporters = exporters;
        this.ids = ids;
        this.clock = clock;
    }

    /** @throws Problem {@code RECENT_AUTHENTICATION_REQUIRED}, {@code EXPORT_TOO_SOON} with the time left */
    public DataExport request(Principal caller) {
        caller.requireRecentProof(clock);
        String id = ids.next().toString();
        Instant now = clock.instant();
        return exports.decide(caller.memberId(), before -> {
            before.ifPresent(last -> requirePause(last, now));
            return CollectingExport.request(
                    caller.memberId(),
                    id,
                    exporters.names(),
                    before.map(Kept::version).orElse(0L),
                    now);
        });
    }

    private static void requirePause(DataExport last, Instant now) {
        Duration left = Duration.between(now, last.requestedAt().plus(DataExport.PAUSE));
        if (left.isPositive()) {
            throw Problem.of(
                            Problem.Kind.TOO_MANY_REQUESTS,
                            "EXPORT_TOO_SOON",
                            "You have asked for your data today; that copy has the id %s.".formatted(last.id()))
                    .retryAfter(left);
        }
    }
}
