package org.tctf.authadmin.application;

import java.util.List;
import org.tctf.authadmin.domain.LoggedEntry;
import org.tctf.authadmin.domain.Point;

/** Port: the audit log as a chain. Its ends are marked so that nobody else can move them. */
public interface AuditChain {

    /** Somebody else has marked an end of the chain. */
    final class ForgedEnd extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public ForgedEnd(String which) {
            super("the audit chain's %s was not written by us; look with ./tctf audit verify".formatted(which));
        }
    }

    /**
     * Links some entries that wait behind the head, the oldest first.
     *
     * @return how many
     * @throws ForgedEnd when the head is not ours
     */
    int linkSome();

    /**
     * Forgets some entries at the floor that were recorded before a time.
     *
     * @return how many
     * @throws ForgedEnd when the floor is not ours
     */
    int forgetSome(java.time.Instant before);

    /**
     * Where the chain ends.
     *
     * @throws ForgedEnd when it is not ours
     */
    Point head();

    /**
     * Where what is kept begins: the last entry that was forgotten.
     *
     * @throws ForgedEnd when it is not ours
     */
    Point floor();

    /** What lies where the entries from this number on belong, in their order; empty when nothing does. */
    List<LoggedEntry> from(long seq);
}
