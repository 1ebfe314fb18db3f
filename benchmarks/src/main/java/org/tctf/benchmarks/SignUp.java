package org.tctf.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.tctf.app.SignUpStory;
import org.tctf.bus.BusObserver;
import org.tctf.contracts.ScratchFolder;
import org.tctf.embedded.MailSettings;
import org.tctf.embedded.Mode;
import org.tctf.embedded.RunningPlatform;
import org.tctf.embedded.Settings;
import org.tctf.kernel.event.Deliveries;
import org.tctf.kernel.event.Envelope;

/**
 * Confirming a sign-up (no password is hashed there) → all four reactions are committed and visible: the welcome mail is in
 * the mailbox, the workspace, the count and the notification are there. The floor is the confirmation's answer alone.
 */
final class SignUp {
    private static final int WARM_UP = 60;
    private static final int MEASURED = 200;

    /** The queue whose last delivery makes each reaction visible; a mail is visible once it has been sent. */
    private static final Set<String> REACTIONS = Set.of(
            "communication-on-send-message",
            "onboarding-on-user-created",
            "analytics-every-fact",
            "activity-fact-captures");

    void run() throws IOException, InterruptedException {
        Latencies all = new Latencies();
        Latencies answer = new Latencies();
        Map<String, CountDownLatch> waiting = new ConcurrentHashMap<>();
        Map<String, Boolean> seen = new ConcurrentHashMap<>();
        BusObserver watch = new BusObserver() {
            @Override
            public void delivered(
                    String queue, Envelope envelope, int attempt, Deliveries.Outcome outcome, Duration took) {
                CountDownLatch latch = waiting.get(envelope.correlationId());
                if (latch != null
                        && isReaction(queue, envelope)
                        && seen.putIfAbsent(queue + envelope.correlationId(), true) == null) {
                    latch.countDown();
                }
            }
        };
        Path folder = ScratchFolder.untilExit("tctf-signup");
        URI publicUrl = URI.create("http://127.0.0.1:8080");
        Settings settings = new Settings(0, folder, Mode.DEV, MailSettings.MAILBOX, publicUrl, 0, false);
        try (RunningPlatform platform = RunningPlatform.start(settings, watch);
                HttpClient http = HttpClient.newHttpClient()) {
            for (int i = 0; i < WARM_UP + MEASURED; i++) {
                String name = "member_" + i;
                SignUpStory story = new SignUpStory(http, platform.address());
                String session = story.signUp(name);
                String code = story.code(name);
                CountDownLatch latch = new CountDownLatch(REACTIONS.size());
                String correlation = "signup-%08d".formatted(i);
                waiting.put(correlation, latch);
                long before = System.nanoTime();
                story.correlated(correlation).confirm(session, code);
                long answered = System.nanoTime();
                if (!latch.await(10, TimeUnit.SECONDS)) {
                    throw new IOException(
                            "a reaction of %s is missing; seen %s".formatted(name, List.copyOf(seen.keySet())));
                }
                if (i >= WARM_UP) {
                    all.add(System.nanoTime() - before);
                    answer.add(answered - before);
                }
            }
        }
        Table table = new Table(System.out, "Sign-up confirmed → all four reactions visible", "", "p50 ms", "p99 ms");
        table.row("floor: the confirmation's own answer", answer.millis(50), answer.millis(99));
        table.row("all four reactions (p50 ≤ 50)", all.millis(50), all.millis(99));
    }

    private static boolean isReaction(String queue, Envelope envelope) {
        return queue.equals("communication-on-send-message")
                || (REACTIONS.contains(queue) && envelope.type().equals("USER_CREATED"));
    }
}
