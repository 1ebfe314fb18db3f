package org.tctf.usermessage.adapter.store;

import static org.tctf.usermessage.UserMessageService.BLOCK;
import static org.tctf.usermessage.UserMessageService.OWN_MESSAGE;
import static org.tctf.usermessage.UserMessageService.SEAT_OF;
import static org.tctf.usermessage.UserMessageService.SENT;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;
import org.tctf.usermessage.UserMessageService;
import org.tctf.usermessage.application.Blocks.Blocked;
import org.tctf.usermessage.application.Remains;
import org.tctf.usermessage.application.SentIds.Sent;
import org.tctf.usermessage.domain.EraseMember;
import org.tctf.usermessage.domain.Message;

/** What is left of a member who is gone. */
@Singleton
public final class TableRemains implements Remains {
    /** Three items each: the message, its entry in the log, the order to tell it. */
    private static final int MESSAGES = 30;

    private static final int ROWS = 40;

    private final ServiceTable table;

    public TableRemains(ServiceTables tables) {
        table = tables.of(UserMessageService.DEFINITION);
    }

    @Override
    public List<Message> messages(String memberId) {
        List<Message> some = table.list(OWN_MESSAGE.query(memberId).limit(MESSAGES), Message.class);
        return some.stream()
                .filter(message ->
                        message.conversationId().equals(some.getFirst().conversationId()))
                .toList();
    }

    @Override
    public Optional<String> conversation(String memberId) {
        return table.list(SEAT_OF.query(memberId).limit(1), Steps.SeatOf.class).stream()
                .map(Steps.SeatOf::conversationId)
                .findFirst();
    }

    @Override
    public void remove(EraseMember step) {
        String memberId = step.memberId();
        List<Key> keys = new ArrayList<>();
        table.list(BLOCK.query(memberId).limit(ROWS), Blocked.class)
                .forEach(block -> keys.add(BLOCK.key(memberId, block.blockedId())));
        table.list(SENT.query(memberId).limit(ROWS), Sent.class)
                .forEach(sent -> keys.add(SENT.key(memberId, sent.clientMessageId())));
        if (!keys.isEmpty()) {
            Change change = Change.none();
            for (Key key : keys) {
                change = change.delete(key);
            }
            table.commit(change.enqueue(step));
        }
    }
}
