package org.tctf.communication.adapter.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.tctf.communication.CommunicationService;
import org.tctf.communication.domain.Content;
import org.tctf.communication.domain.Message;
import org.tctf.communication.domain.PostHook;
import org.tctf.communication.domain.SendMessage;
import org.tctf.communication.domain.SendPush;
import org.tctf.communication.domain.SendUnhurried;
import org.tctf.communication.domain.State;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Row;

/** A message as a row, and the command that goes with a new one. */
final class MessageRows {
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private MessageRows() {}

    static Change queued(Message message) {
        return Change.none().create(row(message)).enqueue(command(message));
    }

    private static Record command(Message message) {
        Content content = message.content().orElseThrow();
        if (content instanceof Content.Hook) {
            return new PostHook(message.id());
        }
        if (content instanceof Content.ByPush) {
            return new SendPush(message.id());
        }
        return content.isUrgent() ? new SendMessage(message.id()) : new SendUnhurried(message.id());
    }

    /** An instant as it stands in sort keys: of one length, so that keys sort like instants. */
    static String key(Instant instant) {
        return MILLIS.format(instant);
    }

    static Row row(Message message) {
        String at = key(message.queuedAt());
        Row row = Row.of(CommunicationService.MESSAGE.key(message.id()), message)
                .index(CommunicationService.OF_MEMBER, message.to().memberId(), at, message.id())
                .index(CommunicationService.TO_ADDRESS, message.to().address(), at, message.id())
                .expires(message.queuedAt().plus(Message.KEPT));
        // Sent messages, nearly all of them, are not in this index: its partitions stay as small as the trouble is.
        return switch (message.state()) {
            case State.Queued queued -> row.index(CommunicationService.UNSENT, "QUEUED", at, message.id());
            case State.Failed failed -> row.index(CommunicationService.UNSENT, "FAILED", at, message.id());
            case State.Sent sent -> row;
        };
    }
}
