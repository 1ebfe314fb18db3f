package org.tctf.messagingconsumers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tctf.messagingconsumers.application.campaign.ComposeCampaignMail;
import org.tctf.messagingconsumers.application.campaign.ContinueLane;
import org.tctf.messagingconsumers.application.campaign.Lanes;
import org.tctf.messagingconsumers.domain.campaign.Campaign;
import org.tctf.messagingconsumers.domain.campaign.Lane;
import org.tctf.messagingconsumers.domain.campaign.Recipient;
import org.tctf.messagingconsumers.domain.campaign.WorkLane;

/**
 * The power goes at random moments while a campaign is sent: before or after any write, before or after the provider took a
 * mail. Whoever works on finds what was written, and nothing else (ADR 32).
 */
class PowerCutTest {
    private static final int RECIPIENTS = Integer.getInteger("tctf.recipients", 3_000);
    private static final int ONE_CUT_IN = 150;

    /** The process is gone: nobody may catch it but who starts the next. */
    private static final class PowerCut extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final long seed = Long.getLong("tctf.seed", System.nanoTime());
    private final Sink sink = new Sink();
    private final Bench it = new Bench(sink);
    private final AtomicInteger cuts = new AtomicInteger();
    private final ThreadLocal<Random> chance = ThreadLocal.withInitial(() -> new Random(seed));

    @AfterEach
    void stop() {
        it.close();
    }

    @Test
    void everybodyGetsTheCampaignOnceAndOfTheRestItIsKnownThatNobodyKnows() throws Exception {
        Crowd crowd = new Crowd(it, RECIPIENTS);
        sink.before = mail -> perhaps();
        sink.after = mail -> perhaps();
        String campaignId = crowd.start();

        workThroughCuts(campaignId);

        assertThat(cuts).as("cuts, seed %d", seed).hasPositiveValue();
        assertThat(sink.taken.values()).as("mails taken, seed %d", seed).allMatch(times -> times == 1);
        int unknown = 0;
        for (String subscriberId : crowd.subscriberIds) {
            Recipient recipient = it.lanes.find(campaignId, subscriberId).orElseThrow();
            switch (recipient.state()) {
                case Recipient.Sent sent -> assertThat(sink.taken).containsKey(recipient.mailId());
                case Recipient.Unknown nobodyKnows -> unknown++;
                default -> throw new AssertionError("seed %d: %s".formatted(seed, recipient));
            }
        }
        assertThat(unknown).as("seed %d", seed).isLessThanOrEqualTo(cuts.get());
        Campaign campaign = it.campaigns.find(campaignId).orElseThrow();
        assertThat(campaign.phase().word()).isEqualTo("SENT");
        long counted = campaign.finished().values().stream()
                .mapToLong(counts -> counts.sent() + counts.unknown())
                .sum();
        assertThat(counted).isEqualTo(RECIPIENTS);
        assertThat(it.bench.raised("CAMPAIGN_SENT")).hasSize(1);
    }

    /** As the queue would: a command comes again until it is done, whatever happens to who does it. */
    private void workThroughCuts(String campaignId) throws Exception {
        ContinueLane worker = new ContinueLane(
                it.campaigns,
                new CuttingLanes(),
                it.subscribers,
                it.suppressions,
                it.templates,
                new ComposeCampaignMail(it.renderer, it.links, Bench.PUBLIC_URL),
                it.carriers,
                it.bench.clock());
        List<Future<?>> lanes = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < Lane.COUNT; number++) {
                int mine = number;
                lanes.add(threads.submit(() -> {
                    chance.set(new Random(seed + mine));
                    work(worker, campaignId, mine);
                }));
            }
        }
        for (Future<?> lane : lanes) {
            lane.get();
        }
    }

    private void work(ContinueLane worker, String campaignId, int number) {
        for (Lane lane = lane(campaignId, number); !lane.isDone(); lane = lane(campaignId, number)) {
            try {
                worker.work(new WorkLane(campaignId, number, lane.step()));
            } catch (PowerCut theNextOneGoesOn) {
                cuts.incrementAndGet();
            }
        }
    }

    private Lane lane(String campaignId, int number) {
        return it.lanes.find(campaignId, number).orElseThrow();
    }

    private void perhaps() {
        if (chance.get().nextInt(ONE_CUT_IN) == 0) {
            throw new PowerCut();
        }
    }

    /** The table, with the power going before or after a write. */
    private final class CuttingLanes implements Lanes {
        private void cutting(Runnable write) {
            perhaps();
            write.run();
            perhaps();
        }

        @Override
        public Optional<Lane> find(String campaignId, int number) {
            return it.lanes.find(campaignId, number);
        }

        @Override
        public List<Lane> of(String campaignId) {
            return it.lanes.of(campaignId);
        }

        @Override
        public List<Recipient> next(Lane lane, int limit) {
            return it.lanes.next(lane, limit);
        }

        @Override
        public List<Recipient> waiting(Lane lane, int limit) {
            return it.lanes.waiting(lane, limit);
        }

        @Override
        public Optional<Recipient> recipient(Lane lane, String subscriberId) {
            return it.lanes.recipient(lane, subscriberId);
        }

        @Override
        public void ahead(Step step) {
            cutting(() -> it.lanes.ahead(step));
        }

        @Override
        public void goOn(Step step, Duration pause) {
            cutting(() -> it.lanes.goOn(step, pause));
        }

        @Override
        public void freeze(Step step, List<Recipient> found) {
            cutting(() -> it.lanes.freeze(step, found));
        }

        @Override
        public void rest(Step step, Campaign read) {
            cutting(() -> it.lanes.rest(step, read));
        }

        @Override
        public void finish(Step step, Instant now) {
            cutting(() -> it.lanes.finish(step, now));
        }
    }
}
