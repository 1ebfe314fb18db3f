package org.tctf.messagingconsumers.adapter.store;

import static org.tctf.messagingconsumers.MessagingConsumersService.MEMBER;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Condition;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;
import org.tctf.messagingconsumers.MessagingConsumersService;
import org.tctf.messagingconsumers.application.subscriber.Members;
import org.tctf.messagingconsumers.domain.subscriber.ForgetMailings;
import org.tctf.messagingconsumers.domain.subscriber.Member;
import org.tctf.messagingconsumers.domain.subscriber.Subscriber;
import org.tctf.messagingconsumers.domain.subscriber.Suppression;

/** Members in the service's table. */
@Singleton
public class TableMembers implements Members {
    /** Longer than any fact about the member can still be on its way. */
    private static final Duration FORGOTTEN_FOR = Duration.ofDays(90);

    /** By then the index, by which a subscriber's mailings are found, has caught up. */
    private static final Duration INDEX_LAG = Duration.ofMinutes(1);

    /** What lies under a member's id. */
    sealed interface Kept {

        record Here(Member member, long version) implements Kept {}

        record Forgotten(String memberId) implements Kept {}
    }

    private final ServiceTable table;
    private final InstantSource clock;

    public TableMembers(ServiceTables tables, InstantSource clock) {
        table = tables.of(MessagingConsumersService.DEFINITION);
        this.clock = clock;
    }

    @Override
    public Known find(String memberId) {
        return switch (table.get(MEMBER.key(memberId), Kept.class).orElse(null)) {
            case Kept.Here(Member member, var version) -> new Known.Here(member);
            case Kept.Forgotten gone -> new Known.Forgotten();
            case null -> new Known.Nobody();
        };
    }

    @Override
    public void keep(Member member, @Nullable Renewal now, @Nullable Subscriber former) {
        Row row = Row.of(MEMBER.key(member.memberId()), new Kept.Here(member, member.version()));
        Change change = member.version() == 1
                ? Change.none().create(row)
                : Change.none().replace(row, member.version() - 1);
        if (now != null) {
            change = change.and(TableSubscribers.changed(now.before(), now.after()));
        }
        if (former != null) {
            change = change.delete(TableSubscribers.key(former.subscriberId()), Condition.version(former.version()));
        }
        table.commit(change);
    }

    @Override
    public void forget(String memberId, Optional<String> subscriberId) {
        Kept.Forgotten forgotten = new Kept.Forgotten(memberId);
        Change change = Change.none()
                .put(Row.of(MEMBER.key(memberId), forgotten)
                        .expires(clock.instant().plus(FORGOTTEN_FOR)));
        if (subscriberId.isPresent()) {
            String id = subscriberId.get();
            change = change.delete(TableSubscribers.key(id))
                    .enqueue(new ForgetMailings(id), INDEX_LAG)
                    .and(TableSuppressions.suppressed(
                            table.get(TableSuppressions.key(id), Suppression.class),
                            id,
                            Suppression.Reason.ERASED,
                            clock.instant()));
        }
        table.commit(change);
    }
}
