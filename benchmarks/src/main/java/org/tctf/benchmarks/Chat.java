package org.tctf.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.tctf.builtinidentity.TokenTerms;
import org.tctf.contracts.ScratchFolder;

/**
 * Chat in one process: a member's message is sent → the other side's device has it, durable, open loop. The floors, in the
 * same run: a bare WebSocket that sends back what it is sent, and a bare durable commit. Then what idle connections weigh.
 * Clients and server share the machine.
 *
 * <p>{@code -Dtctf.chat.connected=1000 -Dtctf.chat.seconds=20 -Dtctf.chat.idle=10000} are the sizes.
 */
final class Chat {
    static final int CONNECTED = Integer.getInteger("tctf.chat.connected", 1000);
    private static final int PER_SECOND = Integer.getInteger("tctf.chat.per-second", 500);
    private static final int SECONDS = Integer.getInteger("tctf.chat.seconds", 20);
    private static final int WARM_UP_SECONDS = Math.max(1, SECONDS / 2);
    private static final int IDLE = Integer.getInteger("tctf.chat.idle", 10_000);
    private static final int OF_A_MEMBER = 10;

    void run() throws IOException, InterruptedException {
        Path folder = ScratchFolder.untilExit("tctf-chat");
        ChatMembers members = ChatMembers.in(folder.resolve("data"), Math.max(CONNECTED, IDLE / OF_A_MEMBER));
        Table table = new Table(
                System.out,
                "Chat, %d connected, %d messages/s: sent → seen by the other side".formatted(CONNECTED, PER_SECOND),
                "",
                "p50 ms",
                "p99 ms",
                "max ms",
                "seen");
        row(table, "floor: a bare WebSocket's echo", echo());
        row(table, "floor: one bare durable commit", DurableCommit.at(PER_SECOND, SECONDS, folder.resolve("floor")));
        try (HttpClient http = HttpClient.newHttpClient();
                AppProcess platform = start(Http.options(), folder)) {
            row(table, "chat", talk(http, platform, members));
            System.out.printf("%nRSS with %d connected: %.0f MB%n", CONNECTED, platform.residentMegabytes());
        }
        List<String> roomy = new ArrayList<>(Http.options());
        roomy.replaceAll(option -> option.startsWith("-Xmx") ? "-Xmx512m" : option);
        try (HttpClient http = HttpClient.newHttpClient();
                AppProcess platform = start(roomy, folder)) {
            idle(http, platform, members);
        }
    }

    private static AppProcess start(List<String> options, Path folder) throws IOException {
        return AppProcess.start(
                options,
                Platform.CLASS_PATH,
                Platform.MAIN,
                folder.resolve("data"),
                // The address is the issuer of the members' tokens.
                Map.of("TCTF_PUBLIC_URL", TokenTerms.LOCAL.issuer()));
    }

    private static void row(Table table, String what, Latencies latencies) {
        table.row(what, latencies.millis(50), latencies.millis(99), latencies.millis(100), latencies.count());
    }

    private static Latencies echo() throws IOException, InterruptedException {
        try (BareSocket server = new BareSocket();
                HttpClient http = HttpClient.newHttpClient()) {
            Measured measured = new Measured();
            List<ChatLine> lines = new ArrayList<>();
            for (int i = 0; i < CONNECTED; i++) {
                lines.add(ChatLine.open(http, URI.create("ws://127.0.0.1:" + server.port() + "/"), measured::seen));
            }
            Latencies latencies = measured.run(i -> lines.get(i % CONNECTED)
                    .say("{\"clientMessageId\":\"b-%d\",\"text\":\"%s\"}".formatted(i, ChatMembers.TEXT)));
            lines.forEach(ChatLine::close);
            return latencies;
        }
    }

    private static Latencies talk(HttpClient http, AppProcess platform, ChatMembers members)
            throws IOException, InterruptedException {
        Measured measured = new Measured();
        List<ChatLine> lines = new ArrayList<>();
        for (int i = 0; i < CONNECTED; i++) {
            boolean isSender = i % 2 == 0;
            lines.add(ChatLine.open(
                    http, members.ticket(http, platform.port(), i), isSender ? frame -> {} : measured::seen));
        }
        int pairs = CONNECTED / 2;
        Latencies latencies = measured.run(i -> lines.get(i % pairs * 2).say(members.message(i % pairs, i)));
        lines.forEach(ChatLine::close);
        return latencies;
    }

    private static void idle(HttpClient http, AppProcess platform, ChatMembers members)
            throws IOException, InterruptedException {
        Table table = new Table(System.out, "Idle connections", "", "RSS MB", "KB each");
        double before = platform.residentMegabytes();
        table.row("none", before, "");
        List<IdleConnection> connections = new ArrayList<>();
        for (int i = 0; i < IDLE; i++) {
            connections.add(IdleConnection.open(members.ticket(http, platform.port(), i / OF_A_MEMBER)));
        }
        double after = platform.residentMegabytes();
        table.row(String.valueOf(IDLE), after, (after - before) * 1024 / IDLE);
        for (IdleConnection connection : connections) {
            connection.close();
        }
    }

    /** When each message was sent, and when it was seen. */
    private static final class Measured {
        private static final String MARK = "\"clientMessageId\":\"b-";

        private final int all = (WARM_UP_SECONDS + SECONDS) * PER_SECOND;
        private final AtomicLongArray sentAt = new AtomicLongArray(all);
        private final Latencies latencies = new Latencies();
        private final CountDownLatch missing = new CountDownLatch(all);

        void seen(CharSequence frame) {
            long now = System.nanoTime();
            String text = frame.toString();
            int from = text.indexOf(MARK);
            if (from < 0) {
                return;
            }
            int number =
                    Integer.parseInt(text.substring(from + MARK.length(), text.indexOf('"', from + MARK.length())));
            // The first time counts: a push may come twice.
            long sent = sentAt.getAndSet(number, 0);
            if (sent != 0) {
                if (number >= WARM_UP_SECONDS * PER_SECOND) {
                    latencies.add(now - sent);
                }
                missing.countDown();
            }
        }

        Latencies run(IntConsumer send) throws IOException, InterruptedException {
            long started = System.nanoTime();
            long pause = TimeUnit.SECONDS.toNanos(1) / PER_SECOND;
            for (int i = 0; i < all; i++) {
                long due = started + i * pause;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                // From when it was due: a sender that is late must not make the system look fast.
                sentAt.set(i, due);
                send.accept(i);
            }
            if (!missing.await(60, TimeUnit.SECONDS)) {
                throw new IOException(missing.getCount() + " messages were not seen");
            }
            return latencies;
        }
    }
}
