package org.tctf.communication.adapter.store;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tctf.communication.CommunicationService;
import org.tctf.communication.application.DeliveryLog;
import org.tctf.communication.application.Messages;
import org.tctf.communication.domain.EraseMessages;
import org.tctf.communication.domain.Message;
import org.tctf.kernel.Decision;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.table.AccessPattern;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Page;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;

/** Messages in the service's table. */
@Singleton
public class TableMessages implements Messages, DeliveryLog {
    /** Deletes and the follow-up command must fit into one transaction. */
    private static final int ERASED_AT_ONCE = 90;

    private final ServiceTable table;

    public TableMessages(ServiceTables tables) {
        this.table = tables.of(CommunicationService.DEFINITION);
    }

    @Override
    public Optional<Message> find(String id) {
        return table.get(CommunicationService.MESSAGE.key(id), Message.class);
    }

    @Override
    public void queue(List<Message> messages) {
        table.commit(messages.stream().map(MessageRows::queued).reduce(Change.none(), Change::and));
    }

    @Override
    public void decide(String id, Function<Message, Decision<Message>> decision) {
        table.retrying(() -> {
            find(id).ifPresent(before -> commit(before, decision.apply(before)));
            return id;
        });
    }

    @Override
    public List<Message> waitingSince(Instant until, int limit) {
        // The sort key goes on after the instant, so '~' (above all that follows) makes the bound inclusive.
        return table.list(
                CommunicationService.UNSENT
                        .query("QUEUED")
                        .between("", MessageRows.key(until) + "~")
                        .limit(limit),
                Message.class);
    }

    @Override
    public void eraseSomeOf(EraseMessages command, Instant gone) {
        List<String> ids = Stream.concat(
                        table
                                .list(
                                        CommunicationService.OF_MEMBER
                                                .query(command.memberId())
                                                .limit(ERASED_AT_ONCE),
                                        Message.class)
                                .stream(),
                        toAddressUntil(command.address(), gone).stream())
                .map(Message::id)
                .distinct()
                .limit(ERASED_AT_ONCE)
                .toList();
        Change change = Change.none();
        for (String id : ids) {
            change = change.delete(CommunicationService.MESSAGE.key(id));
        }
        if (ids.size() == ERASED_AT_ONCE) {
            change = change.enqueue(command);
        }
        if (!change.isEmpty()) {
            table.commit(change);
        }
    }

    @Override
    public Page<Message> ofMember(String memberId, int limit, @Nullable String cursor) {
        return newest(CommunicationService.OF_MEMBER, memberId, limit, cursor);
    }

    @Override
    public Page<Message> toAddress(EmailAddress address, int limit, @Nullable String cursor) {
        return newest(CommunicationService.TO_ADDRESS, address, limit, cursor);
    }

    @Override
    public Page<Message> in(Unsent state, int limit, @Nullable String cursor) {
        return newest(CommunicationService.UNSENT, state, limit, cursor);
    }

    private List<Message> toAddressUntil(@Nullable EmailAddress address, Instant until) {
        return address == null
                ? List.of()
                : table.list(
                        CommunicationService.TO_ADDRESS
                                .query(address)
                                .between("", MessageRows.key(until) + "~")
                                .limit(ERASED_AT_ONCE),
                        Message.class);
    }

    private Page<Message> newest(AccessPattern pattern, Object partition, int limit, @Nullable String cursor) {
        return table.page(pattern.query(partition).descending().limit(limit), cursor, Message.class);
    }

    private void commit(Message before, Decision<Message> decision) {
        Message after = decision.state();
        if (after.equals(before)) {
            return;
        }
        table.commit(Change.none()
                .replace(MessageRows.row(after), before.version())
                .raiseAll(after.id(), after.version(), decision.facts()));
    }
}
