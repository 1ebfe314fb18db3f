package org.tctf.activity.adapter.store;

import static org.tctf.activity.ActivityService.DIGEST;
import static org.tctf.activity.ActivityService.LOG;
import static org.tctf.activity.ActivityService.NOTIFICATION;
import static org.tctf.activity.ActivityService.POSITION;
import static org.tctf.activity.ActivityService.RECIPIENT;
import static org.tctf.activity.ActivityService.TOLD;
import static org.tctf.activity.ActivityService.TRAY;
import static org.tctf.activity.ActivityService.UNREAD;
import static org.tctf.activity.ActivityService.WINDOW;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.tctf.activity.ActivityService;
import org.tctf.activity.application.Digests;
import org.tctf.activity.application.Recipients;
import org.tctf.activity.domain.EraseMember;
import org.tctf.activity.domain.LogEntry;
import org.tctf.activity.domain.Notification;
import org.tctf.activity.domain.Place;
import org.tctf.activity.domain.Recipient;
import org.tctf.activity.domain.Window;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;

/** What is known of members, and its end. */
@Singleton
public final class TableRecipients implements Recipients {
    private static final int GET_AT_ONCE = 100;
    private static final int ERASED_AT_ONCE = 90;

    /** Whoever read the member as still there has written by then. */
    private static final Duration BEFORE_ERASING = Duration.ofMinutes(1);

    private final ServiceTable table;

    public TableRecipients(ServiceTables tables) {
        this.table = tables.of(ActivityService.DEFINITION);
    }

    @Override
    public Recipient of(String memberId) {
        return table.get(RECIPIENT.key(memberId), Recipient.class).orElseGet(() -> Recipient.unknown(memberId));
    }

    @Override
    public Map<String, String> names(Collection<String> memberIds) {
        List<Key> keys = memberIds.stream().distinct().map(RECIPIENT::key).toList();
        Map<String, String> names = new HashMap<>();
        for (int from = 0; from < keys.size(); from += GET_AT_ONCE) {
            for (Recipient one :
                    table.getAll(keys.subList(from, Math.min(from + GET_AT_ONCE, keys.size())), Recipient.class)) {
                String name = one.name();
                if (name != null) {
                    names.put(one.memberId(), name);
                }
            }
        }
        return names;
    }

    @Override
    public void change(String memberId, UnaryOperator<Recipient> change) {
        table.retrying(() -> {
            Recipient before = of(memberId);
            Recipient after = change.apply(before);
            if (after != before) {
                table.commit(stored(before, after));
            }
            return after;
        });
    }

    @Override
    public void erase(String memberId) {
        table.retrying(() -> {
            Recipient before = of(memberId);
            table.commit(stored(before, before.erased()).enqueue(new EraseMember(memberId), BEFORE_ERASING));
            return before;
        });
    }

    @Override
    public void eraseNext(String memberId) {
        List<Key> keys = kept(memberId);
        if (!keys.isEmpty()) {
            Change change = Change.none();
            for (Key key : keys) {
                change = change.delete(key);
            }
            table.commit(change.enqueue(new EraseMember(memberId)));
        }
    }

    private List<Key> kept(String memberId) {
        List<Key> keys = new ArrayList<>();
        table.list(NOTIFICATION.query(memberId).limit(ERASED_AT_ONCE), Notification.class)
                .forEach(one -> keys.add(NOTIFICATION.key(memberId, one.id())));
        table.list(UNREAD.query(memberId).limit(ERASED_AT_ONCE), UnreadMark.class)
                .forEach(mark -> keys.add(UNREAD.key(memberId, mark.notificationId())));
        table.list(LOG.query(memberId).limit(ERASED_AT_ONCE), LogEntry.class)
                .forEach(entry -> keys.add(LOG.key(memberId, Times.sortable(entry.at()), entry.id())));
        table.list(WINDOW.query(memberId).limit(ERASED_AT_ONCE), Window.class)
                .forEach(window -> keys.add(WINDOW.key(memberId, window.type(), window.about())));
        table.list(POSITION.query(memberId).limit(ERASED_AT_ONCE), Place.class)
                .forEach(place -> keys.add(POSITION.key(memberId, place.conversationId())));
        table.list(TOLD.query(memberId).limit(ERASED_AT_ONCE), Told.class)
                .forEach(told -> keys.add(TOLD.key(memberId, told.notificationId())));
        table.get(TRAY.key(memberId), TrayRow.class).ifPresent(tray -> keys.add(TRAY.key(memberId)));
        table.get(DIGEST.key(memberId), Digests.Pending.class).ifPresent(digest -> keys.add(DIGEST.key(memberId)));
        return keys.subList(0, Math.min(ERASED_AT_ONCE, keys.size()));
    }

    private static Change stored(Recipient before, Recipient after) {
        Row row = Row.of(
                RECIPIENT.key(after.memberId()),
                new Recipient(
                        after.memberId(),
                        before.version() + 1,
                        after.name(),
                        after.language(),
                        after.namedAt(),
                        after.preferences(),
                        after.preferredAt(),
                        after.isErased()));
        return before.version() == 0 ? Change.none().create(row) : Change.none().replace(row, before.version());
    }
}
