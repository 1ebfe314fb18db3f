package org.tctf.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tctf.mail.Mailbox;
import org.tctf.mail.ReceivedMail;
import org.tctf.testing.TestPlatform;

/**
 * The process is killed (SIGKILL) at random moments while a campaign is sent. Afterwards every recipient has it once, except
 * those of whom it is said that nobody knows: at most one for each worker that was killed (ADR 32).
 */
class KillCampaignTest {
    private static final int KILLS = Integer.getInteger("tctf.kills", 8);

    /** The mailbox keeps the newest 10,000; {@code PowerCutTest} of messaging-consumers does more. */
    private static final int RECIPIENTS = Math.min(9_000, Integer.getInteger("tctf.recipients", 3_000));

    private static final int WORKERS = 4;

    /** So slow that the campaign lasts as long as the kills. */
    private static final int PER_SECOND = 200;

    private static final Duration UNTIL_THE_START = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    @Test
    void everybodyHasTheCampaignOnceOrIsListedAsUnknown() {
        long seed = Long.getLong("tctf.seed", System.nanoTime());
        Path data = folder.resolve("data");
        String campaign;
        try (TestPlatform platform = TestPlatform.on(data)) {
            campaign = BulkMail.campaign(platform, RECIPIENTS, PER_SECOND);
            BulkMail.staff(platform)
                    .post(
                            "/v1/campaigns/%s/schedule".formatted(campaign),
                            Map.of(
                                    "at",
                                    platform.clock()
                                            .instant()
                                            .plus(UNTIL_THE_START)
                                            .toString()))
                    .expect(200);
        }
        kill(data, new Random(seed));
        try (TestPlatform platform = TestPlatform.on(data)) {
            long before = BulkMail.progress(platform, campaign).path("sent").asLong();
            BulkMail.rate(platform, 100_000);
            platform.advance(Duration.ofMinutes(2));
            await("the campaign to end")
                    .atMost(Duration.ofMinutes(5))
                    .until(() -> BulkMail.progress(platform, campaign)
                            .path("state")
                            .asText()
                            .equals("SENT"));
            platform.settle();
            JsonNode end = BulkMail.progress(platform, campaign);
            List<ReceivedMail> mails = platform.bean(Mailbox.class).newest(null, null, Mailbox.CAPACITY);
            System.out.printf(
                    "%d kills, %d of %d sent before the last start, %d unknown, seed %d%n",
                    KILLS, before, RECIPIENTS, end.path("unknown").asLong(), seed);
            assertThat(mails)
                    .as("seed %d", seed)
                    .extracting(ReceivedMail::deliveries)
                    .containsOnly(1);
            assertThat(end.path("sent").asLong() + end.path("unknown").asLong())
                    .as("seed %d", seed)
                    .isEqualTo(RECIPIENTS);
            assertThat((long) mails.size())
                    .as("mails, seed %d", seed)
                    .isBetween(end.path("sent").asLong(), (long) RECIPIENTS);
            assertThat(end.path("unknown").asLong())
                    .as("unknown, seed %d", seed)
                    .isLessThanOrEqualTo((long) KILLS * WORKERS);
        }
    }

    private static void kill(Path data, Random random) {
        int port = PlatformProcess.freePort();
        for (int kill = 0; kill < KILLS; kill++) {
            try (PlatformProcess platform = PlatformProcess.start(data, port, Map.of("TCTF_RATE_LIMITS", "off"))) {
                platform.awaitReady();
                // The random moment itself: there is no condition to wait for.
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(2000)));
                platform.kill();
            }
        }
    }
}
