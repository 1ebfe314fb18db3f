package org.tctf.authuser.application;

import java.time.Instant;
import java.util.List;
import org.tctf.authuser.domain.Piece;

/** Port: the pieces of exports, until their copy is made, and the exports that wait for them. */
public interface Pieces {

    /** Keeps a piece of an export that is still collected, and has the copy made if it was the last. */
    void keep(String userId, String exportId, Piece piece);

    /** In the order of services and numbers. */
    List<Piece> of(String exportId);

    /** Members whose export was requested until then and is not made yet, oldest first. */
    List<String> waitingSince(Instant until, int limit);

    /** Has a member's copy made, of what there is if it has taken too long. */
    void assemble(String userId);
}
