package org.tctf.lambda;

import org.tctf.kernel.event.Inbox;
import org.tctf.kernel.table.ServiceTable;

/** What every way in does before a snapshot is taken, beside its own. */
final class Priming {
    private static final int ROUNDS = 10;

    private Priming() {}

    /** Connects to the table, signs, reads and parses, without an effect. */
    static void read(ServiceTable table) {
        for (int round = 0; round < ROUNDS; round++) {
            table.get(Inbox.DONE.key("priming", Integer.toString(round)), Inbox.class);
        }
    }
}
