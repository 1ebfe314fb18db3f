package org.tctf.authuser.adapter.store;

import static org.tctf.authuser.AuthUserService.PIECE;
import static org.tctf.authuser.AuthUserService.WAITING;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.tctf.authuser.AuthUserService;
import org.tctf.authuser.application.Pieces;
import org.tctf.authuser.domain.AssembleExport;
import org.tctf.authuser.domain.CollectingExport;
import org.tctf.authuser.domain.DataExport;
import org.tctf.authuser.domain.Piece;
import org.tctf.authuser.domain.ReadyExport;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;

/** Exports, and the pieces of those that are collected; pieces go with the commit that says that the copy is made. */
@Singleton
public class TableExports extends TableRecords<DataExport> implements Pieces {
    /** Beside the export itself, its fact and the inbox's mark; the rest goes by its own expiry. */
    private static final int DELETED_AT_ONCE = 90;

    private static final Duration PIECES_KEPT = Duration.ofDays(1);

    private final ServiceTable table;
    private final InstantSource clock;

    public TableExports(ServiceTables tables, InstantSource clock) {
        super(tables, AuthUserService.EXPORT, DataExport.class);
        table = tables.of(AuthUserService.DEFINITION);
        this.clock = clock;
    }

    @Override
    Row indexed(Row row, DataExport state) {
        return state instanceof CollectingExport
                ? row.index(WAITING, state.requestedAt().truncatedTo(ChronoUnit.SECONDS), state.userId())
                : row;
    }

    @Override
    Change commands(DataExport state) {
        return state instanceof ReadyExport ? withoutPieces(state.id()) : Change.none();
    }

    @Override
    long order(DataExport state) {
        return clock.millis();
    }

    @Override
    public void keep(String userId, String exportId, Piece piece) {
        Row row = Row.of(PIECE.key(exportId, piece.service(), "%03d".formatted(piece.number())), piece)
                .expires(clock.instant().plus(PIECES_KEPT));
        table.commit(Change.none().put(row).enqueue(new AssembleExport(userId)));
    }

    @Override
    public List<Piece> of(String exportId) {
        return table.list(PIECE.query(exportId), Piece.class);
    }

    @Override
    public List<String> waitingSince(Instant until, int limit) {
        String bound = until.truncatedTo(ChronoUnit.SECONDS) + "~";
        return table.list(WAITING.query().between("", bound).limit(limit), CollectingExport.class).stream()
                .map(CollectingExport::userId)
                .toList();
    }

    @Override
    public void assemble(String userId) {
        table.commit(Change.none().enqueue(new AssembleExport(userId)));
    }

    private Change withoutPieces(String exportId) {
        Change change = Change.none();
        for (Piece piece : table.list(PIECE.query(exportId).limit(DELETED_AT_ONCE), Piece.class)) {
            change = change.delete(PIECE.key(exportId, piece.service(), "%03d".formatted(piece.number())));
        }
        return change;
    }
}
