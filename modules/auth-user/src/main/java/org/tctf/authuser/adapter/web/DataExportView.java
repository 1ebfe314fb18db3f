package org.tctf.authuser.adapter.web;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tctf.authuser.domain.CollectingExport;
import org.tctf.authuser.domain.DataExport;
import org.tctf.authuser.domain.ReadyExport;

/**
 * A copy of all that is kept of a member, as a zip file.
 *
 * @param missing services that did not answer in time, so that the copy lacks what they keep
 * @param address where to fetch it, for a quarter of an hour
 * @param expiresAt when the copy is deleted
 */
record DataExportView(
        String id,
        Status status,
        Instant requestedAt,
        List<String> missing,
        @Nullable String address,
        @Nullable Instant expiresAt) {

    enum Status {
        COLLECTING,
        READY
    }

    static DataExportView of(DataExport export, Optional<URI> address) {
        return switch (export) {
            case CollectingExport collecting ->
                new DataExportView(collecting.id(), Status.COLLECTING, collecting.requestedAt(), List.of(), null, null);
            case ReadyExport ready ->
                new DataExportView(
                        ready.id(),
                        Status.READY,
                        ready.requestedAt(),
                        ready.missing(),
                        address.map(URI::toString).orElse(null),
                        ready.expiresAt());
        };
    }
}
