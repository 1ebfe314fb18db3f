package org.tctf.usermessage.adapter.socket;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Set;
import java.util.function.Supplier;
import org.tctf.kernel.socket.Connection;
import org.tctf.kernel.socket.MemberSockets;
import org.tctf.kernel.socket.ServiceSockets;
import org.tctf.usermessage.UserMessageService;
import org.tctf.usermessage.adapter.view.ChangeView;
import org.tctf.usermessage.application.Devices;

/** The devices that hold a connection. */
@Singleton
public final class SocketDevices implements Devices {
    private final MemberSockets sockets;
    private final InstantSource clock;

    public SocketDevices(ServiceSockets sockets, InstantSource clock) {
        this.sockets = sockets.of(UserMessageService.DEFINITION);
        this.clock = clock;
    }

    @Override
    public void tell(Collection<String> memberIds, Supplier<News> news) {
        sockets.push(memberIds, () -> frame(news.get()));
    }

    @Override
    public Set<String> online(Collection<String> memberIds) {
        return sockets.connected(memberIds);
    }

    private Object frame(News news) {
        return switch (news) {
            case News.Changed(var conversationId, var change) -> new ChangePush(conversationId, ChangeView.of(change));
            case News.Moved(var seat) ->
                new PositionPush(seat.conversationId(), seat.memberId(), seat.readUpTo(), seat.deliveredUpTo());
            case News.Typing(var conversationId, var memberId) -> new TypingPush(conversationId, memberId);
            case News.Here(var memberId, var isOnline) ->
                new PresencePush(memberId, isOnline, isOnline ? until() : null);
        };
    }

    private Instant until() {
        return clock.instant().plus(Connection.LIFETIME);
    }
}
