package org.tctf.usermessage.application;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tctf.usermessage.domain.Conversation;
import org.tctf.usermessage.domain.Head;
import org.tctf.usermessage.domain.Seat;

/**
 * A conversation as one of its members sees it.
 *
 * @param whole who is in it and how far they are; only where one conversation is asked for
 * @param names by member
 */
public record Shown(Head head, Seat seat, @Nullable Whole whole, Map<String, String> names) {

    /** Everybody in it. */
    public record Whole(Conversation conversation, List<Seat> positions) {}
}
