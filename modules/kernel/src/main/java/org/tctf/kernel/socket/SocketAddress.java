package org.tctf.kernel.socket;

import java.net.URI;
import org.tctf.kernel.service.Socket;

/** Where clients reach a socket: {@code wss://…}, without a query. */
@FunctionalInterface
public interface SocketAddress {

    URI of(Socket socket);
}
