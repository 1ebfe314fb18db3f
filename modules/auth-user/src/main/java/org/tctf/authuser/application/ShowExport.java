package org.tctf.authuser.application;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import org.tctf.authuser.domain.CollectingExport;
import org.tctf.authuser.domain.DataExport;
import org.tctf.authuser.domain.ReadyExport;
import org.tctf.identity.Principal;
import org.tctf.kernel.Problem;

/** Shows the caller how far their copy is, and where to fetch it. */
@Singleton
public class ShowExport {

    /** @param address where it can be fetched for a quarter of an hour; empty while it is not ready */
    public record Shown(DataExport export, Optional<URI> address) {}

    private final Records<DataExport> exports;
    private final Copies copies;
    private final InstantSource clock;

    public ShowExport(Records<DataExport> exports, Copies copies, InstantSource clock) {
        this.exports = exports;
        this.copies = copies;
        this.clock = clock;
    }

    /** @throws Problem {@code EXPORT_NOT_FOUND} */
    public Shown show(Principal caller, String exportId) {
        DataExport export = exports.find(caller.memberId())
                .filter(found -> found.id().equals(exportId))
                .orElseThrow(ShowExport::notFound);
        return switch (export) {
            case CollectingExport collecting -> new Shown(collecting, Optional.empty());
            case ReadyExport ready
            when clock.instant().isBefore(ready.expiresAt()) ->
                new Shown(ready, Optional.of(copies.address(caller.memberId(), exportId)));
            case ReadyExport _ -> throw notFound();
        };
    }

    private static Problem notFound() {
        return Problem.notFound(
                "EXPORT_NOT_FOUND", "You have no such copy, or it is older than a week; ask for another.");
    }
}
