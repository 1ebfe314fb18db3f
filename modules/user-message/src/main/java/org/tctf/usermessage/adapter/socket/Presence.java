package org.tctf.usermessage.adapter.socket;

import jakarta.inject.Singleton;
import org.tctf.kernel.socket.Connection;
import org.tctf.kernel.socket.SocketHandler;
import org.tctf.usermessage.application.TellPresence;

/** Sees members come and go. */
@Singleton
public final class Presence implements SocketHandler {
    private final TellPresence tellPresence;

    public Presence(TellPresence tellPresence) {
        this.tellPresence = tellPresence;
    }

    @Override
    public void opened(Connection connection) {
        tellPresence.tell(connection.memberId(), true);
    }

    @Override
    public void closed(Connection connection) {
        tellPresence.tell(connection.memberId(), false);
    }
}
