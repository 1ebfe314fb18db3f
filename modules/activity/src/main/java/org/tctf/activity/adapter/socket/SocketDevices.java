package org.tctf.activity.adapter.socket;

import jakarta.inject.Singleton;
import java.util.function.Supplier;
import org.tctf.activity.ActivityService;
import org.tctf.activity.adapter.view.NotificationView;
import org.tctf.activity.application.Devices;
import org.tctf.kernel.socket.MemberSockets;
import org.tctf.kernel.socket.ServiceSockets;

/** The devices that hold a connection. */
@Singleton
public final class SocketDevices implements Devices {
    private final MemberSockets sockets;

    public SocketDevices(ServiceSockets sockets) {
        this.sockets = sockets.of(ActivityService.DEFINITION);
    }

    @Override
    public void tell(String memberId, Supplier<News> news) {
        sockets.push(memberId, () -> frame(news.get()));
    }

    private static Object frame(News news) {
        return switch (news) {
            case News.Created(var shown, var tray) ->
                new NotificationPush(
                        NotificationView.of(shown), shown.notification().quiet(), tray.unread(), tray.revision());
            case News.Changed(var read, var tray) -> new UnreadPush(read, tray.unread(), tray.revision());
        };
    }
}
