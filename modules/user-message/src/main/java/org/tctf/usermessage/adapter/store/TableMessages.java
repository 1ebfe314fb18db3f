package org.tctf.usermessage.adapter.store;

import static org.tctf.usermessage.UserMessageService.MESSAGE;
import static org.tctf.usermessage.UserMessageService.OWN_MESSAGE;
import static org.tctf.usermessage.UserMessageService.SENT;
import static org.tctf.usermessage.adapter.store.Numbers.sortable;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.Page;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;
import org.tctf.usermessage.UserMessageService;
import org.tctf.usermessage.application.Messages;
import org.tctf.usermessage.application.SentIds;
import org.tctf.usermessage.domain.Message;

/** Messages by conversation and number. */
@Singleton
public final class TableMessages implements Messages, SentIds {
    private final ServiceTable table;

    public TableMessages(ServiceTables tables) {
        table = tables.of(UserMessageService.DEFINITION);
    }

    @Override
    public List<Message> of(String conversationId, Collection<Long> numbers) {
        List<Key> keys = numbers.stream()
                .map(number -> MESSAGE.key(conversationId, sortable(number)))
                .toList();
        return table.getAll(keys, Message.class);
    }

    @Override
    public Page<Message> after(String conversationId, long number, int limit, @Nullable String cursor) {
        return table.page(
                MESSAGE.query(conversationId)
                        .between(sortable(number + 1), sortable(Long.MAX_VALUE))
                        .descending()
                        .limit(limit),
                cursor,
                Message.class);
    }

    @Override
    public Page<Message> by(String memberId, int limit, @Nullable String cursor) {
        return table.page(OWN_MESSAGE.query(memberId).limit(limit), cursor, Message.class);
    }

    @Override
    public Optional<Sent> of(String memberId, String clientMessageId) {
        return table.get(SENT.key(memberId, clientMessageId), Sent.class);
    }
}
