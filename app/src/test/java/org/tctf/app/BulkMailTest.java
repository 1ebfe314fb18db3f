package org.tctf.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tctf.kernel.EmailAddress;
import org.tctf.mail.Mailbox;
import org.tctf.mail.ReceivedMail;
import org.tctf.testing.TestPlatform;

/** A campaign is sent, and what somebody waits for comes as if it were not. */
class BulkMailTest {
    private static final int RECIPIENTS = Integer.getInteger("tctf.recipients", 4_000);
    private static final int CODES = 100;
    private static final Duration TOLERATED = Duration.ofSeconds(1);

    @Test
    void aResetCodeIsNotKeptWaitingByACampaignAndEverybodyGetsTheCampaignOnce() {
        try (TestPlatform platform = TestPlatform.startWithoutRateLimits()) {
            String campaign = BulkMail.campaign(platform, RECIPIENTS, 100_000);
            resetCodes(platform, "warm-up");
            long alone = p99(resetCodes(platform, "alone"));
            BulkMail.staff(platform)
                    .post("/v1/campaigns/%s/schedule".formatted(campaign), Map.of())
                    .expect(200);
            await("the campaign to send").until(() -> progress(platform, campaign, "/sent") > 0);

            long beside = p99(resetCodes(platform, "beside"));
            long sentMeanwhile = progress(platform, campaign, "/sent");
            assertThat(sentMeanwhile).as("mails while it was measured").isPositive();
            System.out.printf(
                    "reset codes: p99 %d ms alone, %d ms beside %d of %d mails%n",
                    alone / 1_000_000, beside / 1_000_000, sentMeanwhile, RECIPIENTS);
            assertThat(Duration.ofNanos(beside - alone)).isLessThan(TOLERATED);

            await("the campaign to end")
                    .atMost(Duration.ofMinutes(10))
                    .until(() -> progress(platform, campaign, "/pending") == 0
                            && progress(platform, campaign, "/total") == RECIPIENTS);
            platform.settle();
            assertThat(progress(platform, campaign, "/sent")).isEqualTo(RECIPIENTS);
            List<ReceivedMail> some = platform.bean(Mailbox.class).newest(null, null, Mailbox.CAPACITY);
            assertThat(some).extracting(ReceivedMail::deliveries).containsOnly(1);
        }
    }

    /** How long each took from its fact to the mailbox, in nanoseconds, sorted. */
    private static long[] resetCodes(TestPlatform platform, String who) {
        long[] took = new long[CODES];
        for (int i = 0; i < CODES; i++) {
            String email = "%s%d@example.net".formatted(who, i);
            long began = System.nanoTime();
            platform.fact(
                    "PASSWORD_RESET_REQUESTED",
                    1,
                    email,
                    Map.of(
                            "userId",
                            who + i,
                            "email",
                            email,
                            "code",
                            platform.encryption()
                                    .encrypt("password-reset-code", "123456")
                                    .value(),
                            "expiresAt",
                            platform.clock().instant().plusSeconds(1800).toString(),
                            "language",
                            "en"));
            await("a code to " + email)
                    .pollInterval(Duration.ofMillis(2))
                    .pollDelay(Duration.ZERO)
                    .until(() -> !platform.bean(Mailbox.class)
                            .newest(new EmailAddress(email), null, 1)
                            .isEmpty());
            took[i] = System.nanoTime() - began;
        }
        Arrays.sort(took);
        return took;
    }

    private static long p99(long[] sorted) {
        return sorted[sorted.length - 1 - sorted.length / 100];
    }

    private static long progress(TestPlatform platform, String campaign, String field) {
        return BulkMail.progress(platform, campaign).at(field).asLong();
    }
}
