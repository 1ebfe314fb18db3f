package org.tctf.messagingconsumers.adapter.store;

import static org.tctf.messagingconsumers.MessagingConsumersService.SUPPRESSION;
import static org.tctf.messagingconsumers.MessagingConsumersService.SUPPRESSIONS;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Decision;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.Page;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;
import org.tctf.messagingconsumers.MessagingConsumersService;
import org.tctf.messagingconsumers.application.subscriber.Suppressions;
import org.tctf.messagingconsumers.domain.subscriber.Departure;
import org.tctf.messagingconsumers.domain.subscriber.Subscriber;
import org.tctf.messagingconsumers.domain.subscriber.Suppression;

/** Suppressed addresses, by their keyed hash. */
@Singleton
public class TableSuppressions implements Suppressions {
    private final ServiceTable table;

    public TableSuppressions(ServiceTables tables) {
        table = tables.of(MessagingConsumersService.DEFINITION);
    }

    @Override
    public Optional<Suppression> find(String subscriberId) {
        return table.get(key(subscriberId), Suppression.class);
    }

    @Override
    public Set<String> among(Collection<String> subscriberIds) {
        return table.getAll(subscriberIds.stream().map(TableSuppressions::key).toList(), Suppression.class).stream()
                .map(Suppression::subscriberId)
                .collect(Collectors.toSet());
    }

    @Override
    public void suppress(String subscriberId, Suppression.Reason reason, Instant now) {
        suppress(subscriberId, reason, now, Change::none);
    }

    @Override
    public void suppress(String subscriberId, Suppression.Reason reason, String campaignId, Instant now) {
        suppress(
                subscriberId,
                reason,
                now,
                () -> TableEngagements.countedOnce(table, campaignId, subscriberId, departure(reason), now));
    }

    private void suppress(String subscriberId, Suppression.Reason reason, Instant now, Supplier<Change> counted) {
        table.retrying(() -> {
            Change change = suppressed(find(subscriberId), subscriberId, reason, now)
                    .and(left(subscriberId, reason, now))
                    .and(counted.get());
            if (!change.isEmpty()) {
                table.commit(change);
            }
            return subscriberId;
        });
    }

    @Override
    public void lift(String subscriberId) {
        table.commit(Change.none().delete(key(subscriberId)));
    }

    @Override
    public Page<Suppression> newest(int limit, @Nullable String cursor) {
        return table.page(SUPPRESSIONS.query().descending().limit(limit), cursor, Suppression.class);
    }

    static Key key(String subscriberId) {
        return SUPPRESSION.key(subscriberId);
    }

    static Change suppressed(
            Optional<Suppression> before, String subscriberId, Suppression.Reason reason, Instant now) {
        Decision<Suppression> decision = before.map(suppression -> suppression.also(reason, now))
                .orElseGet(() -> Suppression.of(subscriberId, reason, now));
        Suppression after = decision.state();
        long expected = before.map(Suppression::version).orElse(0L);
        if (after.version() == expected) {
            return Change.none();
        }
        Row row = Row.of(key(subscriberId), after).index(SUPPRESSIONS, Times.key(after.since()), subscriberId);
        return (before.isEmpty() ? Change.none().create(row) : Change.none().replace(row, expected))
                .raiseAll(subscriberId, after.version(), decision.facts());
    }

    private Change left(String subscriberId, Suppression.Reason reason, Instant now) {
        Optional<Subscriber> before = table.get(TableSubscribers.key(subscriberId), Subscriber.class);
        return before.map(subscriber -> TableSubscribers.changed(
                        before,
                        subscriber.left(List.copyOf(subscriber.lists().keySet()), departure(reason), null, now)))
                .orElse(Change.none());
    }

    private static Departure departure(Suppression.Reason reason) {
        return switch (reason) {
            case HARD_BOUNCE -> Departure.BOUNCED;
            case COMPLAINT -> Departure.COMPLAINED;
            case STAFF, ERASED -> Departure.REMOVED;
        };
    }
}
