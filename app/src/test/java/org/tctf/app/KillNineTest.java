package org.tctf.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tctf.identity.Role;
import org.tctf.testing.TestPlatform;

/**
 * The process is killed (SIGKILL) at random moments while people sign up. Afterwards every accepted sign-up has exactly
 * one member, one welcome mail, one workspace, one count and one notification.
 */
class KillNineTest {
    private static final int KILLS = Integer.getInteger("tctf.kills", 50);
    private static final int PEOPLE_AT_ONCE = 3;
    private static final Duration AT_MOST = Duration.ofSeconds(10);
    private static final Map<String, String> NO_LIMITS = Map.of("TCTF_RATE_LIMITS", "off");

    @TempDir
    Path folder;

    @Test
    void everyAcceptedSignUpHasExactlyOneOfEverything() {
        long seed = Long.getLong("tctf.seed", System.nanoTime());
        Path data = folder.resolve("data");
        int port = PlatformProcess.freePort();
        SignUps signUps = new SignUps(URI.create("http://127.0.0.1:" + port));

        killWhilePeopleSignUp(data, port, signUps, new Random(seed));
        letTheRestConfirm(data, port, signUps);

        assertThat(signUps.serverErrors()).as("seed %d", seed).isEmpty();
        assertThat(signUps.confirmed().size())
                .as("accepted sign-ups, seed %d", seed)
                .isGreaterThan(KILLS / 3);
        try (TestPlatform platform = TestPlatform.on(data)) {
            platform.settle();
            assertThat(shortcomings(platform, signUps)).as("seed %d", seed).isEmpty();
        }
    }

    private static void killWhilePeopleSignUp(Path data, int port, SignUps signUps, Random random) {
        AtomicBoolean goOn = new AtomicBoolean(true);
        try (ExecutorService people = Executors.newFixedThreadPool(PEOPLE_AT_ONCE + 1)) {
            for (int i = 0; i < PEOPLE_AT_ONCE; i++) {
                people.execute(() -> {
                    while (goOn.get()) {
                        signUps.signUp();
                    }
                });
            }
            people.execute(() -> {
                while (goOn.get()) {
                    signUps.confirmThoseWhoWait();
                }
            });
            for (int kill = 0; kill < KILLS; kill++) {
                try (PlatformProcess platform = PlatformProcess.start(data, port, NO_LIMITS)) {
                    if (kill % 5 != 0) {
                        platform.awaitReady();
                        signUps.awaitAccepted(signUps.accepted() + random.nextInt(3), AT_MOST);
                    }
                    // The random moment itself: there is no condition to wait for.
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(800)));
                    platform.kill();
                }
            }
            goOn.set(false);
        }
    }

    private static void letTheRestConfirm(Path data, int port, SignUps signUps) {
        try (PlatformProcess platform = PlatformProcess.start(data, port, NO_LIMITS)) {
            platform.awaitReady();
            await("everybody to be confirmed")
                    .atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> {
                        signUps.confirmThoseWhoWait();
                        return signUps.isNobodyWaiting();
                    });
            assertThat(platform.terminate()).isIn(0, 143);
        }
    }

    /** What is missing or there twice, by membership name. */
    private static Map<String, String> shortcomings(TestPlatform platform, SignUps signUps) {
        Map<String, String> found = new HashMap<>();
        for (String name : signUps.confirmed().keySet()) {
            JsonNode member = platform.as("anybody")
                    .get("/v1/members/" + name)
                    .expect(200)
                    .json();
            String memberId = member.path("id").asText();
            long welcomes = platform.mailbox(SignUps.email(name)).stream()
                    .filter(mail -> mail.mail().subject().startsWith("Welcome"))
                    .count();
            int workspace = platform.as(memberId).get("/v1/onboarding").status();
            long notifications = platform
                    .as(memberId)
                    .get("/v1/notifications?limit=100")
                    .expect(200)
                    .json()
                    .findValuesAsText("template")
                    .stream()
                    .filter("user-created"::equals)
                    .count();
            if (welcomes != 1 || workspace != 200 || notifications != 1) {
                found.put(
                        name,
                        "welcome mails %d, workspace %d, notifications %d"
                                .formatted(welcomes, workspace, notifications));
            }
        }
        int members = countMembers(platform);
        int counted = counted(platform);
        if (members != signUps.confirmed().size() || counted != members) {
            found.put(
                    "all",
                    "%d confirmed, %d members, %d counted"
                            .formatted(signUps.confirmed().size(), members, counted));
        }
        return found;
    }

    private static int countMembers(TestPlatform platform) {
        int members = 0;
        String next = "";
        do {
            JsonNode page = platform.as("anybody")
                    .get("/v1/members?limit=100" + next)
                    .expect(200)
                    .json();
            members += page.path("items").size();
            next = page.hasNonNull("nextCursor")
                    ? "&cursor=" + page.path("nextCursor").asText()
                    : "";
        } while (!next.isEmpty());
        return members;
    }

    private static int counted(TestPlatform platform) {
        JsonNode metric = platform.as("somebody", Role.STAFF)
                .get("/v1/analytics/metrics?metric=sign-ups&granularity=day")
                .expect(200)
                .json();
        return metric.findValues("count").stream().mapToInt(JsonNode::asInt).sum();
    }
}
