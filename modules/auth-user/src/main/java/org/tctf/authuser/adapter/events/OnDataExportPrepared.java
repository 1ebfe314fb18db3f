package org.tctf.authuser.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.authuser.application.KeepPiece;
import org.tctf.authuser.domain.Piece;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;
import org.tctf.kernel.export.DataExportPrepared;

/** A service has answered. */
@Singleton
public class OnDataExportPrepared implements EventConsumer<DataExportPrepared> {
    private final KeepPiece keepPiece;

    public OnDataExportPrepared(KeepPiece keepPiece) {
        this.keepPiece = keepPiece;
    }

    @Override
    public void on(DataExportPrepared event, Envelope envelope) {
        // The source is who says so; the field is for whoever reads the fact without its envelope.
        keepPiece.keep(
                event.userId(),
                event.exportId(),
                new Piece(envelope.source(), event.number(), event.count(), event.piece()));
    }
}
