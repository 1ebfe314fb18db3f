package org.tctf.embedded.rooms;

import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.tctf.kernel.socket.Connection;
import org.tctf.kernel.socket.SocketHandler;

/** Who is here. */
@Singleton
public final class Presence implements SocketHandler {
    private final Set<Connection> here = ConcurrentHashMap.newKeySet();

    @Override
    public void opened(Connection connection) {
        here.add(connection);
    }

    @Override
    public void closed(Connection connection) {
        here.remove(connection);
    }

    public Set<Connection> here() {
        return here;
    }
}
