package org.tctf.messagingconsumers.adapter.store;

import static org.tctf.messagingconsumers.MessagingConsumersService.SUBSCRIBER;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Decision;
import org.tctf.kernel.Problem;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.Page;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;
import org.tctf.messagingconsumers.MessagingConsumersService;
import org.tctf.messagingconsumers.application.subscriber.Subscribers;
import org.tctf.messagingconsumers.domain.subscriber.ConfirmByMail;
import org.tctf.messagingconsumers.domain.subscriber.Shard;
import org.tctf.messagingconsumers.domain.subscriber.Subscriber;

/** Subscribers in the service's table, each in its shard's partition. */
@Singleton
public class TableSubscribers implements Subscribers {
    private final ServiceTable table;

    public TableSubscribers(ServiceTables tables) {
        table = tables.of(MessagingConsumersService.DEFINITION);
    }

    @Override
    public Optional<Subscriber> find(String subscriberId) {
        return table.get(key(subscriberId), Subscriber.class);
    }

    @Override
    public List<Subscriber> all(Collection<String> subscriberIds) {
        return table.getAll(subscriberIds.stream().map(TableSubscribers::key).toList(), Subscriber.class);
    }

    @Override
    public Share inShard(int shard, @Nullable String after, int limit) {
        // Ids have one length, so the space, which is below all their characters, begins after the id itself.
        Page<Subscriber> page = table.page(
                SUBSCRIBER
                        .query(shard)
                        .between(after == null ? "" : after + " ", "~")
                        .limit(limit),
                null,
                Subscriber.class);
        return new Share(page.items(), page.nextCursor() == null);
    }

    @Override
    public Page<Subscriber> page(int limit, @Nullable String cursor) {
        int shard = cursor == null ? 0 : shard(cursor);
        String within = cursor == null || cursor.length() == 2 ? null : cursor.substring(2);
        Page<Subscriber> page = table.page(SUBSCRIBER.query(shard).limit(limit), within, Subscriber.class);
        String inside = page.nextCursor();
        String next = inside != null ? shard + "." + inside : shard + 1 < Shard.COUNT ? (shard + 1) + "." : null;
        return new Page<>(page.items(), next);
    }

    @Override
    public void decide(String subscriberId, Function<Optional<Subscriber>, Decision<Subscriber>> decision) {
        decide(subscriberId, decision, Change.none());
    }

    @Override
    public void decideAndLift(String subscriberId, Function<Optional<Subscriber>, Decision<Subscriber>> decision) {
        decide(subscriberId, decision, Change.none().delete(TableSuppressions.key(subscriberId)));
    }

    private void decide(
            String subscriberId, Function<Optional<Subscriber>, Decision<Subscriber>> decision, Change more) {
        table.retrying(() -> {
            Optional<Subscriber> before = find(subscriberId);
            Change change = changed(before, decision.apply(before));
            if (!change.isEmpty()) {
                table.commit(change.and(more));
            }
            return subscriberId;
        });
    }

    /** Nothing where nothing is new. */
    static Change changed(Optional<Subscriber> before, Decision<Subscriber> decision) {
        Subscriber after = decision.state();
        long expected = before.map(Subscriber::version).orElse(0L);
        if (after.version() == expected) {
            return Change.none();
        }
        Row row = Row.of(key(after.subscriberId()), after);
        Change change =
                before.isEmpty() ? Change.none().create(row) : Change.none().replace(row, expected);
        if (!Objects.equals(after.askedAt(), before.map(Subscriber::askedAt).orElse(null))) {
            change = change.enqueue(new ConfirmByMail(after.subscriberId()));
        }
        return change.raiseAll(after.subscriberId(), after.version(), decision.facts());
    }

    static Key key(String subscriberId) {
        return SUBSCRIBER.key(Shard.of(subscriberId), subscriberId);
    }

    private static int shard(String cursor) {
        int shard = cursor.charAt(0) - '0';
        if (cursor.length() < 2 || cursor.charAt(1) != '.' || shard < 0 || shard >= Shard.COUNT) {
            throw Problem.invalid(
                            "INVALID_CURSOR", "This cursor is not one of this list; start again without a cursor.")
                    .at("/cursor");
        }
        return shard;
    }
}
