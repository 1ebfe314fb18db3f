package org.tctf.benchmarks;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A WebSocket that only is there: ten thousand of them must cost their client little. */
final class IdleConnection implements AutoCloseable {
    private final Socket socket;

    private IdleConnection(Socket socket) {
        this.socket = socket;
    }

    static IdleConnection open(URI url) throws IOException {
        Socket socket = new Socket(url.getHost(), url.getPort());
        String handshake = """
                GET %s?%s HTTP/1.1\r
                Host: %s\r
                Upgrade: websocket\r
                Connection: Upgrade\r
                Sec-WebSocket-Version: 13\r
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                \r
                """.formatted(url.getPath(), url.getQuery(), url.getAuthority());
        socket.getOutputStream().write(handshake.getBytes(StandardCharsets.US_ASCII));
        String status = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
        if (!status.endsWith(" 101")) {
            socket.close();
            throw new IOException("the handshake was answered with " + status);
        }
        return new IdleConnection(socket);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
