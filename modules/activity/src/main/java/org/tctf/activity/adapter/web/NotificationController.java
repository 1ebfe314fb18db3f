package org.tctf.activity.adapter.web;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tctf.activity.application.ActOn;
import org.tctf.activity.application.ListNotifications;
import org.tctf.activity.application.Notifications;
import org.tctf.activity.application.ReadAll;
import org.tctf.activity.application.ReadListed;
import org.tctf.activity.application.ReadOne;
import org.tctf.activity.application.SeeNotifications;
import org.tctf.activity.domain.Notification;
import org.tctf.identity.Principal;

/** The caller's own notifications. */
@Controller("/v1/notifications")
final class NotificationController {
    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_ID = 64;

    /** A notification in the caller's language; {@code about} is the id of what it is about. */
    record NotificationView(
            String id,
            String category,
            String template,
            String title,
            List<String> people,
            long count,
            @Nullable String about,
            Instant createdAt,
            boolean seen,
            @Nullable Instant readAt,
            @Nullable Instant actedAt) {
        static NotificationView of(ListNotifications.Shown shown) {
            Notification one = shown.notification();
            return new NotificationView(
                    one.id(),
                    one.category().name(),
                    one.template(),
                    shown.title(),
                    one.people(),
                    one.count(),
                    one.about(),
                    one.createdAt(),
                    shown.isSeen(),
                    one.readAt(),
                    one.actedAt());
        }
    }

    /** A page of notifications, newest first, and how many are unread in all. */
    record NotificationsView(
            List<NotificationView> items, @Nullable String nextCursor, long unread) {}

    /** Which to mark as read; all when no ids are given. */
    record ReadRequest(@Nullable @Size(max = 100) List<@Size(min = 1, max = MAX_ID) String> ids) {}

    /** How many were marked, and how many are still unread. */
    record ReadView(int read, long unread) {}

    /** How many are unread. */
    record UnreadView(long unread) {}

    private final ListNotifications listNotifications;
    private final ReadOne readOne;
    private final ReadListed readListed;
    private final ReadAll readAll;
    private final SeeNotifications seeNotifications;
    private final ActOn actOn;
    private final Notifications notifications;

    NotificationController(
            ListNotifications listNotifications,
            ReadOne readOne,
            ReadListed readListed,
            ReadAll readAll,
            SeeNotifications seeNotifications,
            ActOn actOn,
            Notifications notifications) {
        this.listNotifications = listNotifications;
        this.readOne = readOne;
        this.readListed = readListed;
        this.readAll = readAll;
        this.seeNotifications = seeNotifications;
        this.actOn = actOn;
        this.notifications = notifications;
    }

    /** The caller's notifications, newest first: all, or those that are unread. */
    @Get
    NotificationsView list(
            Principal caller,
            @Nullable @QueryValue @Pattern(regexp = "all|unread") String filter,
            @Nullable @QueryValue @Min(1) @Max(100) Integer limit,
            @Nullable @QueryValue String cursor) {
        ListNotifications.Listed listed = listNotifications.list(
                caller.memberId(), "unread".equals(filter), limit == null ? DEFAULT_LIMIT : limit, cursor);
        return new NotificationsView(
                listed.page().items().stream().map(NotificationView::of).toList(),
                listed.page().nextCursor(),
                listed.unread());
    }

    /** Marks one as read; again changes nothing. */
    @Post("/{id}/read")
    UnreadView readOne(Principal caller, @PathVariable @Size(min = 1, max = MAX_ID) String id) {
        readOne.read(caller.memberId(), id);
        return unread(caller);
    }

    /** Marks the listed ones as read, or all that there are; unknown ids change nothing. */
    @Post("/read")
    ReadView read(Principal caller, @Body ReadRequest request) {
        List<String> ids = request.ids();
        int read = ids == null ? readAll.read(caller.memberId()) : readListed.read(caller.memberId(), ids);
        return new ReadView(read, unread(caller).unread());
    }

    /** Says that the caller has looked at the list: all that are in it now are seen, though not read. */
    @Post("/seen")
    UnreadView seen(Principal caller) {
        seeNotifications.see(caller.memberId());
        return unread(caller);
    }

    /** Says that the caller has followed one to what it is about; that reads it too. */
    @Post("/{id}/acted")
    UnreadView acted(Principal caller, @PathVariable @Size(min = 1, max = MAX_ID) String id) {
        actOn.act(caller.memberId(), id);
        return unread(caller);
    }

    private UnreadView unread(Principal caller) {
        return new UnreadView(notifications.tray(caller.memberId()).unread());
    }
}
