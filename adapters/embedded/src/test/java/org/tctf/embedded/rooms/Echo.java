package org.tctf.embedded.rooms;

import jakarta.inject.Singleton;
import org.tctf.kernel.socket.Connection;
import org.tctf.kernel.socket.SocketAction;

/** Says the same. */
@Singleton
public final class Echo implements SocketAction<Echo.Text> {

    public record Text(String text) {}

    @Override
    public Text on(Text action, Connection from) {
        return action;
    }
}
