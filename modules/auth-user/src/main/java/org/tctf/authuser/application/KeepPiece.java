package org.tctf.authuser.application;

import jakarta.inject.Singleton;
import org.tctf.authuser.domain.CollectingExport;
import org.tctf.authuser.domain.DataExport;
import org.tctf.authuser.domain.Piece;

/** Keeps a piece of a service's answer until the copy is made. One that comes too late is let go. */
@Singleton
public class KeepPiece {
    private final Records<DataExport> exports;
    private final Pieces pieces;

    public KeepPiece(Records<DataExport> exports, Pieces pieces) {
        this.exports = exports;
        this.pieces = pieces;
    }

    public void keep(String userId, String exportId, Piece piece) {
        if (exports.find(userId).orElse(null) instanceof CollectingExport collecting
                && collecting.id().equals(exportId)) {
            pieces.keep(userId, exportId, piece);
        }
    }
}
