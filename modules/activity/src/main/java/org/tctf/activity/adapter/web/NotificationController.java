package org.tctf.activity.adapter.web;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tctf.activity.ActivityService;
import org.tctf.activity.adapter.view.NotificationView;
import org.tctf.activity.adapter.view.ReadView;
import org.tctf.activity.adapter.view.UnreadView;
import org.tctf.activity.application.ActOn;
import org.tctf.activity.application.ListNotifications;
import org.tctf.activity.application.Notifications;
import org.tctf.activity.application.ReadAll;
import org.tctf.activity.application.ReadListed;
import org.tctf.activity.application.ReadOne;
import org.tctf.activity.application.SeeNotifications;
import org.tctf.identity.Principal;
import org.tctf.kernel.socket.ServiceSockets;
import org.tctf.kernel.socket.SocketTicket;
import org.tctf.kernel.web.RateLimit;

/** The caller's own notifications. */
@Controller("/v1/notifications")
final class NotificationController {
    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_ID = 64;

    /** A page of notifications, newest first, and how many are unread in all; the higher revision is the newer count. */
    record NotificationsView(
            List<NotificationView> items, @Nullable String nextCursor, long unread, long revision) {}

    /** Which to mark as read; all when no ids are given. */
    record ReadRequest(@Nullable @Size(max = 100) List<@Size(min = 1, max = MAX_ID) String> ids) {}

    private final ListNotifications listNotifications;
    private final ReadOne readOne;
    private final ReadListed readListed;
    private final ReadAll readAll;
    private final SeeNotifications seeNotifications;
    private final ActOn actOn;
    private final Notifications notifications;
    private final ServiceSockets sockets;

    NotificationController(
            ListNotifications listNotifications,
            ReadOne readOne,
            ReadListed readListed,
            ReadAll readAll,
            SeeNotifications seeNotifications,
            ActOn actOn,
            Notifications notifications,
            ServiceSockets sockets) {
        this.listNotifications = listNotifications;
        this.readOne = readOne;
        this.readListed = readListed;
        this.readAll = readAll;
        this.seeNotifications = seeNotifications;
        this.actOn = actOn;
        this.notifications = notifications;
        this.sockets = sockets;
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
                listed.tray().unread(),
                listed.tray().revision());
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
        return ReadView.of(read, notifications.tray(caller.memberId()));
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

    /** A ticket that opens one connection, over which the caller's devices are told what is new at once. */
    @Post("/socket-tickets")
    @Status(HttpStatus.CREATED)
    @RateLimit(value = 120, per = "PT1H")
    SocketTicket ticket(Principal caller) {
        return sockets.of(ActivityService.DEFINITION).ticket(caller.memberId(), caller.sessionId());
    }

    private UnreadView unread(Principal caller) {
        return UnreadView.of(notifications.tray(caller.memberId()));
    }
}
