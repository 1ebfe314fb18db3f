package org.tctf.authuser.application;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.tctf.authuser.domain.DataExport;

/** Has the copies made for which some services have not answered in time. */
@Singleton
public class ConcludeExports implements Runnable {
    private static final int BATCH = 100;

    private final Pieces pieces;
    private final InstantSource clock;

    public ConcludeExports(Pieces pieces, InstantSource clock) {
        this.pieces = pieces;
        this.clock = clock;
    }

    @Override
    public void run() {
        pieces.waitingSince(clock.instant().minus(DataExport.PATIENCE), BATCH).forEach(pieces::assemble);
    }
}
