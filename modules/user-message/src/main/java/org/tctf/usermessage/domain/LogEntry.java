package org.tctf.usermessage.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One change of a conversation. It names the message and does not repeat it: a client that replays it gets the message as it
 * is now, and nothing that was deleted lives on in the log.
 *
 * @param seq its place in the log: 1, 2, 3 …, without gaps
 * @param number of the message; 0 when it is not about one
 * @param memberIds who came, went or got a role
 */
public record LogEntry(
        long seq,
        ChangeKind kind,
        String by,
        Instant at,
        long number,
        List<String> memberIds,
        @Nullable Role role,
        @Nullable String name) {

    public LogEntry {
        memberIds = List.copyOf(memberIds);
    }

    public static LogEntry ofMessage(long seq, ChangeKind kind, String by, Instant at, long number) {
        return new LogEntry(seq, kind, by, at, number, List.of(), null, null);
    }

    public static LogEntry ofMembers(long seq, ChangeKind kind, String by, Instant at, List<String> memberIds) {
        return new LogEntry(seq, kind, by, at, 0, memberIds, null, null);
    }

    public static LogEntry ofRole(long seq, String by, Instant at, String memberId, Role role) {
        return new LogEntry(seq, ChangeKind.ROLE_CHANGED, by, at, 0, List.of(memberId), role, null);
    }

    public static LogEntry ofName(long seq, String by, Instant at, @Nullable String name) {
        return new LogEntry(seq, ChangeKind.RENAMED, by, at, 0, List.of(), null, name);
    }
}
