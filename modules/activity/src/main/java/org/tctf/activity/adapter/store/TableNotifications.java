package org.tctf.activity.adapter.store;

import static org.tctf.activity.ActivityService.NOTIFICATION;
import static org.tctf.activity.ActivityService.TRAY;
import static org.tctf.activity.ActivityService.UNREAD;
import static org.tctf.activity.ActivityService.UNREAD_SINCE;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tctf.activity.ActivityService;
import org.tctf.activity.application.Notifications;
import org.tctf.activity.domain.Notification;
import org.tctf.activity.domain.NotificationRead;
import org.tctf.activity.domain.PushTray;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Condition;
import org.tctf.kernel.table.ConditionFailed;
import org.tctf.kernel.table.Page;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;
import org.tctf.kernel.table.Write;

/**
 * Notifications, their unread marks and the count of these. A mark is made and removed in the same write that changes
 * the count, and removing it demands that it is there: so of two that read the same at once, one counts.
 */
@Singleton
public final class TableNotifications implements Notifications {
    private final ServiceTable table;

    public TableNotifications(ServiceTables tables) {
        this.table = tables.of(ActivityService.DEFINITION);
    }

    @Override
    public Tray tray(String memberId) {
        return table.get(TRAY.key(memberId), TrayRow.class).map(TrayRow::tray).orElse(Tray.EMPTY);
    }

    @Override
    public Page<Notification> all(String memberId, int limit, @Nullable String cursor) {
        return table.page(NOTIFICATION.query(memberId).descending().limit(limit), cursor, Notification.class);
    }

    @Override
    public Page<Notification> unread(String memberId, int limit, @Nullable String cursor) {
        Page<UnreadMark> marks = table.page(UNREAD.query(memberId).descending().limit(limit), cursor, UnreadMark.class);
        Map<String, Notification> byId = table
                .getAll(
                        marks.items().stream()
                                .map(mark -> NOTIFICATION.key(memberId, mark.notificationId()))
                                .toList(),
                        Notification.class)
                .stream()
                .collect(Collectors.toMap(Notification::id, Function.identity()));
        return new Page<>(
                marks.items().stream()
                        .flatMap(mark -> Optional.ofNullable(byId.get(mark.notificationId())).stream())
                        .toList(),
                marks.nextCursor());
    }

    @Override
    public Optional<Notification> of(String memberId, String id) {
        return table.get(NOTIFICATION.key(memberId, id), Notification.class);
    }

    @Override
    public int read(String memberId, Collection<String> ids, Instant at) {
        return table.retrying(() -> {
            List<UnreadMark> unread = unread(table, memberId, ids);
            if (!unread.isEmpty()) {
                table.commit(reading(memberId, unread, at));
            }
            return unread.size();
        });
    }

    /** To be committed by who reads them with something else; of those that are read already, nothing. */
    static Change reading(ServiceTable table, String memberId, Collection<String> ids, Instant at) {
        List<UnreadMark> unread = unread(table, memberId, ids);
        return unread.isEmpty() ? Change.none() : reading(memberId, unread, at);
    }

    private static List<UnreadMark> unread(ServiceTable table, String memberId, Collection<String> ids) {
        return table.getAll(ids.stream().map(id -> UNREAD.key(memberId, id)).toList(), UnreadMark.class);
    }

    private static Change reading(String memberId, List<UnreadMark> unread, Instant at) {
        Change change = Change.none();
        for (UnreadMark mark : unread) {
            change = change.delete(UNREAD.key(memberId, mark.notificationId()), Condition.present())
                    .write(set(memberId, mark.notificationId(), "readAt", at))
                    .raise(mark.notificationId(), 2, new NotificationRead(mark.notificationId(), memberId, at));
        }
        return change.write(TrayRow.counted(memberId, -unread.size()))
                .enqueue(PushTray.read(
                        memberId,
                        unread.stream().map(UnreadMark::notificationId).toList()));
    }

    @Override
    public List<String> oldestUnread(String memberId, String upTo) {
        return table.list(UNREAD.query(memberId).between("", upTo).limit(AT_ONCE), UnreadMark.class).stream()
                .map(UnreadMark::notificationId)
                .toList();
    }

    @Override
    public void acted(String memberId, String id, Instant at) {
        table.commit(Change.none().write(set(memberId, id, "actedAt", at)));
    }

    @Override
    public void seen(String memberId, String upTo) {
        table.commit(Change.none()
                .write(new Write.Update(TRAY.key(memberId), Map.of(TrayRow.SEEN_UP_TO, upTo), Map.of(), null)));
    }

    @Override
    public void dropUnreadOf(LocalDate day) {
        @Nullable String cursor = null;
        do {
            Page<UnreadMark> page = table.page(UNREAD_SINCE.query(day), cursor, UnreadMark.class);
            page.items().forEach(this::drop);
            cursor = page.nextCursor();
        } while (cursor != null);
    }

    private void drop(UnreadMark mark) {
        try {
            table.commit(Change.none()
                    .delete(UNREAD.key(mark.memberId(), mark.notificationId()), Condition.present())
                    .write(TrayRow.counted(mark.memberId(), -1))
                    .enqueue(PushTray.counted(mark.memberId())));
        } catch (ConditionFailed readMeanwhile) {
            // The index lags behind the table: this one is read and counted already.
            return;
        }
    }

    private static Write set(String memberId, String id, String attribute, Instant at) {
        return new Write.Update(
                NOTIFICATION.key(memberId, id), Map.of(attribute, at.toString()), Map.of(), Condition.present());
    }
}
