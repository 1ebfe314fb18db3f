package org.tctf.embedded.rooms;

import jakarta.inject.Singleton;
import org.tctf.kernel.socket.Connection;
import org.tctf.kernel.socket.SocketAction;

/** Has a bug. */
@Singleton
public final class Fail implements SocketAction<Fail.Nothing> {

    public record Nothing() {}

    @Override
    public Object on(Nothing action, Connection from) {
        throw new IllegalStateException("the database's own words");
    }
}
