package org.tctf.usermessage.adapter.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tctf.usermessage.application.Replayed;
import org.tctf.usermessage.domain.LogEntry;
import org.tctf.usermessage.domain.Role;

/**
 * One change of a conversation.
 *
 * @param seq its place in the log
 * @param message that it is about, as it is now
 * @param memberIds who started, came, went, or got the role
 */
public record ChangeView(
        long seq,
        String kind,
        String by,
        Instant at,
        @Nullable MessageView message,
        List<String> memberIds,
        @Nullable String role,
        @Nullable String name) {

    public static ChangeView of(Replayed replayed) {
        LogEntry entry = replayed.entry();
        var message = replayed.message();
        Role role = entry.role();
        return new ChangeView(
                entry.seq(),
                entry.kind().name(),
                entry.by(),
                entry.at(),
                message == null ? null : MessageView.of(message),
                entry.memberIds(),
                role == null ? null : role.name(),
                entry.name());
    }
}
