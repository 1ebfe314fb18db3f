package org.tctf.activity.adapter.socket;

import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tctf.activity.adapter.view.ReadView;
import org.tctf.activity.application.Notifications;
import org.tctf.activity.application.ReadAll;
import org.tctf.activity.application.ReadListed;
import org.tctf.kernel.socket.Connection;
import org.tctf.kernel.socket.SocketAction;

/** What {@code POST /v1/notifications/read} does. */
@Singleton
public final class MarkRead implements SocketAction<MarkRead.Read> {

    /** Which to mark as read; all when no ids are given. */
    public record Read(@Nullable List<String> ids) {}

    private final ReadListed readListed;
    private final ReadAll readAll;
    private final Notifications notifications;

    public MarkRead(ReadListed readListed, ReadAll readAll, Notifications notifications) {
        this.readListed = readListed;
        this.readAll = readAll;
        this.notifications = notifications;
    }

    @Override
    public ReadView on(Read action, Connection from) {
        String memberId = from.memberId();
        List<String> ids = action.ids();
        int read = ids == null ? readAll.read(memberId) : readListed.read(memberId, ids);
        return ReadView.of(read, notifications.tray(memberId));
    }
}
