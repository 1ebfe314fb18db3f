package org.tctf.contracts;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An SMTP server on this machine that misbehaves as told: it answers chosen commands with chosen replies, or with
 * silence. Everything else it does as RFC 5321 wants, and forgets the mail.
 */
public final class ScriptedSmtpServer implements Closeable {
    private static final String GREETING = "GREETING";
    private static final String END_OF_DATA = ".";
    private static final String SILENCE = "";

    private final ServerSocket listener;
    private final Map<String, String> replies = new ConcurrentHashMap<>(Map.of(
            GREETING,
            "220 ready",
            "EHLO",
            "250 hello",
            "MAIL",
            "250 ok",
            "RCPT",
            "250 ok",
            "DATA",
            "354 go on",
            END_OF_DATA,
            "250 taken",
            "QUIT",
            "221 bye"));
    private final AtomicInteger connections = new AtomicInteger();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<String> taken = new CopyOnWriteArrayList<>();

    public ScriptedSmtpServer() {
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** @param command {@code MAIL}, {@code RCPT}, {@code DATA}, or {@code .} for the end of the data */
    public ScriptedSmtpServer answering(String command, String reply) {
        replies.put(command, reply);
        return this;
    }

    /** Takes connections and says nothing. */
    public ScriptedSmtpServer silent() {
        return answering(GREETING, SILENCE);
    }

    public URI address() {
        return URI.create("smtp://127.0.0.1:" + listener.getLocalPort());
    }

    /** How often somebody connected. */
    public int connections() {
        return connections.get();
    }

    /** The mails' sources that it said yes to. */
    public List<String> taken() {
        return List.copyOf(taken);
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                connections.incrementAndGet();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                PrintWriter out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8)) {
            say(out, GREETING);
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String command = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
                if (say(out, command).startsWith("354")) {
                    StringBuilder mail = new StringBuilder();
                    for (line = in.readLine(); line != null && !line.equals(END_OF_DATA); line = in.readLine()) {
                        mail.append(line).append('\n');
                    }
                    if (say(out, END_OF_DATA).startsWith("2")) {
                        taken.add(mail.toString());
                    }
                }
            }
        } catch (IOException gone) {
            // The client or the test hung up.
        } finally {
            open.remove(socket);
        }
    }

    private String say(PrintWriter out, String command) {
        String reply = replies.getOrDefault(command, "502 unknown command");
        if (!reply.equals(SILENCE)) {
            out.print(reply + "\r\n");
            out.flush();
        }
        return reply;
    }
}
