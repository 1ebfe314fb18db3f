package org.tctf.activity.adapter.store;

import static org.tctf.activity.ActivityService.DIGEST;
import static org.tctf.activity.ActivityService.DIGESTS;
import static org.tctf.activity.ActivityService.JOINED;
import static org.tctf.activity.ActivityService.LOG;
import static org.tctf.activity.ActivityService.NOTIFICATION;
import static org.tctf.activity.ActivityService.TOLD;
import static org.tctf.activity.ActivityService.UNREAD;
import static org.tctf.activity.ActivityService.UNREAD_SINCE;
import static org.tctf.activity.ActivityService.WINDOW;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tctf.activity.ActivityService;
import org.tctf.activity.application.Digests;
import org.tctf.activity.application.ExpireUnread;
import org.tctf.activity.application.Feed;
import org.tctf.activity.application.Outcome;
import org.tctf.activity.domain.CloseWindow;
import org.tctf.activity.domain.LogEntry;
import org.tctf.activity.domain.Notification;
import org.tctf.activity.domain.NotificationCreated;
import org.tctf.activity.domain.Part;
import org.tctf.activity.domain.Place;
import org.tctf.activity.domain.PushTray;
import org.tctf.activity.domain.PushUnseen;
import org.tctf.activity.domain.SettleRead;
import org.tctf.activity.domain.TellWindow;
import org.tctf.activity.domain.Window;
import org.tctf.kernel.Ids;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Condition;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.Page;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;

/** Writes what a fact leads to: log, notification with its unread mark and count, a part in a window, a digest. */
@Singleton
public final class TableFeed implements Feed {
    /** Parts are read right after the window is closed; a day leaves time to redrive. */
    private static final Duration PARTS_KEPT = Duration.ofDays(1);

    /** Longer than the unread mark, so that none is ever left without its notification. */
    private static final Duration SPARE = Duration.ofDays(ExpireUnread.DAYS);

    /** Whoever read a conversation before this was told, without seeing it here, has noted that by then. */
    private static final Duration BEFORE_SETTLING = Duration.ofMinutes(1);

    private final ServiceTable table;
    private final Ids ids;
    private final InstantSource clock;

    public TableFeed(ServiceTables tables, Ids ids, InstantSource clock) {
        this.table = tables.of(ActivityService.DEFINITION);
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void write(Outcome outcome) {
        table.retrying(() -> {
            Change change = logged(outcome.logEntry())
                    .and(delivered(outcome.notification()))
                    .and(told(outcome.notification(), outcome.places()))
                    .and(inDigest(outcome.notification(), outcome.digestAt()))
                    .and(joined(outcome.joining()));
            if (!change.isEmpty()) {
                table.commit(change);
            }
            return change;
        });
    }

    @Override
    public void close(Window window) {
        Key key = key(window);
        table.get(key, Window.class)
                .filter(open -> open.id().equals(window.id()))
                .ifPresent(open -> table.commit(Change.none()
                        .delete(key, Condition.equal("id", window.id()))
                        .enqueue(new TellWindow(window))));
    }

    @Override
    public List<Part> joined(Window window) {
        return Page.all(cursor -> table.page(JOINED.query(window.id()), cursor, Part.class)).stream()
                .sorted(Comparator.comparing(Part::joinedAt))
                .toList();
    }

    private Change logged(@Nullable LogEntry entry) {
        return entry == null
                ? Change.none()
                : Change.none()
                        .put(Row.of(LOG.key(entry.memberId(), Times.sortable(entry.at()), entry.id()), entry)
                                .expires(clock.instant().plus(LogEntry.KEPT)));
    }

    private static Change delivered(@Nullable Notification notification) {
        if (notification == null) {
            return Change.none();
        }
        String member = notification.memberId();
        String id = notification.id();
        LocalDate day = LocalDate.ofInstant(notification.createdAt(), ZoneOffset.UTC);
        Change pushed = notification.mayDisturb()
                ? Change.none().enqueue(new PushUnseen(member, id), PushUnseen.PATIENCE)
                : Change.none();
        return pushed.create(Row.of(NOTIFICATION.key(member, id), notification)
                        .expires(
                                notification.createdAt().plus(Notification.KEPT).plus(SPARE)))
                .create(Row.of(UNREAD.key(member, id), new UnreadMark(member, id))
                        .index(UNREAD_SINCE, day, id))
                .write(TrayRow.counted(member, 1))
                .enqueue(PushTray.created(member, id))
                .raise(id, 1, NotificationCreated.of(notification));
    }

    private static Change told(@Nullable Notification notification, List<Place> places) {
        if (notification == null || places.isEmpty()) {
            return Change.none();
        }
        String member = notification.memberId();
        return Change.none()
                .create(Row.of(TOLD.key(member, notification.id()), new Told(notification.id(), places))
                        .expires(notification.createdAt().plus(Notification.KEPT)))
                .enqueue(new SettleRead(member), BEFORE_SETTLING);
    }

    private Change inDigest(@Nullable Notification notification, @Nullable Instant dueAt) {
        if (notification == null || dueAt == null) {
            return Change.none();
        }
        String member = notification.memberId();
        Key key = DIGEST.key(member);
        return table.get(key, Digests.Pending.class).isPresent()
                ? Change.none()
                : Change.none()
                        .create(Row.of(key, new Digests.Pending(member, dueAt))
                                .index(DIGESTS, Times.sortable(dueAt), member));
    }

    private Change joined(Outcome.@Nullable Joining joining) {
        if (joining == null) {
            return Change.none();
        }
        Key key = WINDOW.key(joining.memberId(), joining.type(), joining.about());
        Optional<Window> open = table.get(key, Window.class);
        if (joining.isLeaving()) {
            return open.map(window -> whileOpen(key, window).delete(joined(window, joining)))
                    .orElse(Change.none());
        }
        Window window = open.orElseGet(
                () -> new Window(ids.next().toString(), joining.memberId(), joining.type(), joining.about()));
        Change opened = open.isPresent()
                ? whileOpen(key, window)
                : Change.none().create(Row.of(key, window)).enqueue(new CloseWindow(window), Window.LENGTH);
        return opened.put(Row.of(joined(window, joining), new Part(joining.person(), clock.instant(), joining.place()))
                .expires(clock.instant().plus(PARTS_KEPT)));
    }

    private static Key joined(Window window, Outcome.Joining joining) {
        Place place = joining.place();
        return JOINED.key(window.id(), joining.person(), place == null ? 0 : place.number());
    }

    private static Change whileOpen(Key key, Window window) {
        return Change.none().require(key, Condition.equal("id", window.id()));
    }

    private static Key key(Window window) {
        return WINDOW.key(window.memberId(), window.type(), window.about());
    }
}
