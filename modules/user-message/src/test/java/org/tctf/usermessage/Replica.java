package org.tctf.usermessage;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.tctf.usermessage.Chat.Gap;
import org.tctf.usermessage.Chat.Happened;
import org.tctf.usermessage.Chat.Said;

/** A client, as the protocol asks it to be: it takes the change that it waits for, and syncs when it sees a later one. */
final class Replica {
    private final LongFunction<Gap> sync;
    private final Map<Long, Said> messages = new TreeMap<>();
    private long known;
    private int appliedTwice;

    Replica(LongFunction<Gap> sync) {
        this.sync = sync;
    }

    /** Something came over the socket: in whatever order, perhaps twice. */
    void told(Happened change) {
        if (change.seq() == known + 1) {
            apply(change);
        } else if (change.seq() > known) {
            catchUp();
        }
    }

    /** It is connected again. */
    void catchUp() {
        Gap gap;
        do {
            gap = sync.apply(known);
            gap.changes().forEach(this::apply);
            known = gap.upTo();
        } while (gap.more());
    }

    long known() {
        return known;
    }

    Map<Long, Said> messages() {
        return messages;
    }

    int appliedTwice() {
        return appliedTwice;
    }

    private void apply(Happened change) {
        if (change.seq() <= known) {
            appliedTwice++;
        }
        known = change.seq();
        Said message = change.message();
        if (message != null) {
            messages.merge(message.number(), message, (old, now) -> now.revision() >= old.revision() ? now : old);
        }
    }
}
