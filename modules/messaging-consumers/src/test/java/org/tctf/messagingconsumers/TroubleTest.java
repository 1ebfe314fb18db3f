package org.tctf.messagingconsumers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tctf.kernel.Problem;
import org.tctf.kernel.mail.MailTransport;
import org.tctf.messagingconsumers.application.campaign.MessageDesk;
import org.tctf.messagingconsumers.application.campaign.Messages.Trouble;
import org.tctf.messagingconsumers.application.campaign.PauseCampaign;
import org.tctf.messagingconsumers.application.campaign.ResendMessage;
import org.tctf.messagingconsumers.application.campaign.ResumeCampaign;
import org.tctf.messagingconsumers.application.campaign.SettleMessage;
import org.tctf.messagingconsumers.application.campaign.ShowProgress;
import org.tctf.messagingconsumers.domain.campaign.Counts;
import org.tctf.messagingconsumers.domain.campaign.Progress;
import org.tctf.messagingconsumers.domain.campaign.Recipient;

/** What becomes of a campaign when its provider does not do as it should. */
class TroubleTest {
    private final Sink sink = new Sink();
    private final Bench it = new Bench(sink);

    @AfterEach
    void stop() {
        it.close();
    }

    @Test
    void aProviderThatIsDownCostsTimeAndNobodyTheirMail() {
        Crowd crowd = new Crowd(it, 60);
        sink.before = mail -> {
            throw new MailTransport.Unavailable("sink", new IOException("down"));
        };
        String campaign = crowd.start();
        it.work();
        assertThat(sink.taken).isEmpty();
        assertThat(counts(campaign).waiting()).isBetween(8L, 24L);

        sink.before = mail -> {};
        until(campaign, "SENT");
        assertThat(counts(campaign)).isEqualTo(new Counts(60, 60, 0, 0, 0, 0));
        assertThat(sink.taken.values()).allMatch(times -> times == 1).hasSize(60);
    }

    @Test
    void whatNobodyTakesFiveTimesHasFailedAndIsSentAgainWhenAPersonSaysSo() {
        Crowd crowd = new Crowd(it, 1);
        sink.before = mail -> {
            throw new MailTransport.Unavailable("sink", new IOException("mailbox full"));
        };
        String campaign = crowd.start();
        until(campaign, "SENT");
        assertThat(counts(campaign).failed()).isEqualTo(1);
        assertThat(it.bench.raised("CAMPAIGN_MESSAGE_FAILED"))
                .singleElement()
                .satisfies(fact -> assertThat(fact.data()).contains("NOT_TAKEN"));

        sink.before = mail -> {};
        new ResendMessage(desk(), it.bench.clock()).resend(it.staff, campaign, crowd.subscriberIds.getFirst());
        assertThat(state(campaign)).isEqualTo("SENDING");
        it.work();
        assertThat(state(campaign)).isEqualTo("SENT");
        assertThat(counts(campaign)).isEqualTo(new Counts(1, 1, 0, 0, 0, 0));
        assertThat(it.bench.raised("CAMPAIGN_SENT")).hasSize(1);
    }

    @Test
    void aMailboxThatDoesNotExistIsSuppressedAndARefusedMailIsNot() {
        Crowd crowd = new Crowd(it, 2);
        AtomicInteger refusals = new AtomicInteger();
        sink.before = mail -> {
            throw new MailTransport.Rejected("sink", "no", refusals.getAndIncrement() == 0);
        };
        String campaign = crowd.start();
        it.work();
        assertThat(counts(campaign).failed()).isEqualTo(2);
        assertThat(it.suppressions.among(crowd.subscriberIds)).hasSize(1);
        assertThat(it.bench.raised("RECIPIENT_SUPPRESSED"))
                .singleElement()
                .satisfies(fact -> assertThat(fact.data()).contains("HARD_BOUNCE"));
        Recipient failed =
                it.lanes.in(campaign, Trouble.FAILED, 10, null).items().getFirst();
        assertThatThrownBy(() ->
                        new ResendMessage(desk(), it.bench.clock()).resend(it.staff, campaign, failed.subscriberId()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("MESSAGE_NOT_FAILED"));
    }

    @Test
    void aConnectionThatBreaksInTheMiddleLeavesAnUnknownThatAPersonSettles() {
        Crowd crowd = new Crowd(it, 1);
        sink.after = mail -> {
            throw new MailTransport.Uncertain("sink", new IOException("broken pipe"));
        };
        String campaign = crowd.start();
        it.work();
        String reader = crowd.subscriberIds.getFirst();
        assertThat(counts(campaign).unknown()).isEqualTo(1);
        assertThat(it.lanes.in(campaign, Trouble.UNKNOWN, 10, null).items())
                .extracting(Recipient::subscriberId)
                .containsExactly(reader);
        new SettleMessage(desk(), it.bench.clock()).settle(it.staff, campaign, reader, true);
        assertThat(counts(campaign)).isEqualTo(new Counts(1, 1, 0, 0, 0, 0));
        assertThat(it.lanes.in(campaign, Trouble.UNKNOWN, 10, null).items()).isEmpty();
        assertThatThrownBy(() -> new SettleMessage(desk(), it.bench.clock()).settle(it.staff, campaign, reader, false))
                .isInstanceOf(Problem.class);
    }

    @Test
    void aPausedCampaignSendsNothingAndGoesOnWhereItStopped() {
        Crowd crowd = new Crowd(it, 400);
        AtomicInteger mails = new AtomicInteger();
        String[] campaign = new String[1];
        sink.after = mail -> {
            if (mails.incrementAndGet() == 30) {
                pauseElsewhere(campaign[0]);
            }
        };
        campaign[0] = crowd.start();
        it.work();
        assertThat(state(campaign[0])).isEqualTo("PAUSED");
        int whenPaused = sink.taken.size();
        assertThat(whenPaused).isBetween(30, 30 + 25);
        assertThat(progress(campaign[0]).remaining()).isEmpty();
        it.bench.clock().advance(Duration.ofHours(1));
        it.work();
        assertThat(sink.taken).hasSize(whenPaused);

        new ResumeCampaign(it.campaigns, it.lanes, it.bench.clock()).resume(it.staff, campaign[0]);
        new ResumeCampaign(it.campaigns, it.lanes, it.bench.clock()).resume(it.staff, campaign[0]);
        it.work();
        assertThat(state(campaign[0])).isEqualTo("SENT");
        assertThat(sink.taken.values()).allMatch(times -> times == 1).hasSize(400);
    }

    @Test
    void noProviderIsGivenMoreThanItsRateAndTheRemainingTimeIsWhatWasMeasured() {
        Crowd crowd = new Crowd(it, 100);
        it.rates.set("sink", 10);
        String campaign = crowd.start();
        it.work();
        assertThat(sink.taken).hasSize(10);
        assertThat(progress(campaign).remaining()).isEmpty();
        for (int second = 0; second < 4; second++) {
            it.bench.clock().advance(Duration.ofSeconds(1));
            it.work();
        }
        assertThat(sink.taken).hasSize(50);
        Progress progress = progress(campaign);
        assertThat(progress.perSecond().getAsDouble()).isBetween(10.0, 12.6);
        assertThat(progress.remaining().orElseThrow().toSeconds()).isBetween(4L, 5L);
        until(campaign, "SENT");
        assertThat(sink.taken.values()).allMatch(times -> times == 1).hasSize(100);
    }

    /** As another request does: not as a part of the delivery that is under way. */
    private void pauseElsewhere(String campaign) {
        CompletableFuture.runAsync(() -> new PauseCampaign(it.campaigns, it.bench.clock()).pause(it.staff, campaign))
                .join();
    }

    private void until(String campaign, String state) {
        for (int i = 0; i < 200 && !state(campaign).equals(state); i++) {
            it.bench.clock().advance(Duration.ofSeconds(30));
            it.work();
        }
        assertThat(state(campaign)).isEqualTo(state);
    }

    private String state(String campaign) {
        return it.campaigns.find(campaign).orElseThrow().phase().word();
    }

    private Progress progress(String campaign) {
        return new ShowProgress(it.campaigns, it.lanes, it.engagements, it.bench.clock())
                .show(it.staff, campaign)
                .progress();
    }

    private Counts counts(String campaign) {
        return progress(campaign).counts();
    }

    private MessageDesk desk() {
        return new MessageDesk(it.campaigns, it.lanes, it.lanes, it.bench.clock());
    }
}
