package org.tctf.kernel.socket;

import org.jspecify.annotations.Nullable;

/**
 * Does what a client asks for over its connection, as a controller does over HTTP; {@code $request.body.action} chose it. The
 * app does one after the other, API Gateway does not wait: a client to whom the order matters waits for each answer.
 *
 * @param <A> the message without {@code action} and {@code ref}, valid by its schema
 */
@FunctionalInterface
public interface SocketAction<A> {

    /**
     * What the client gets as the answer's {@code body}; nothing is answered without one.
     *
     * @throws org.tctf.kernel.Problem when the client can do something about it; it is answered as a frame of its own
     */
    @Nullable
    Object on(A action, Connection from);
}
