package org.tctf.usermessage.application;

import org.jspecify.annotations.Nullable;
import org.tctf.usermessage.domain.LogEntry;
import org.tctf.usermessage.domain.Message;

/**
 * A change as it is told: the entry, and the message that it is about as that is now. Somebody who replays changes may so see
 * an edit early, by its {@link Message#revision}, and never a text that has been deleted.
 */
public record Replayed(LogEntry entry, @Nullable Message message) {
    private static final int AROUND = 600;
    private static final int ID = 40;

    /** No less than the bytes that it takes on the wire: a text has no character that takes more than three. */
    int weight() {
        int members = ID * entry.memberIds().size();
        return AROUND
                + members
                + (message == null
                        ? 0
                        : 3 * message.text().length()
                                + 70 * message.mediaIds().size()
                                + 160 * message.reactions().size());
    }
}
