package org.tctf.eventbridge;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;
import static org.tctf.eventbridge.Shop.LONG;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tctf.blueprint.FunctionKind;
import org.tctf.eventbridge.QueueWorker.Worked;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.RetryPolicy;
import org.tctf.localaws.AwsFault;

class QueueWorkerTest {
    private static final String SEND = "AmazonSQS.SendMessage";
    private static final String VISIBILITY = "AmazonSQS.ChangeMessageVisibilityBatch";

    /** Always the longest pause that there may be. */
    private static final RandomGenerator PESSIMIST = new RandomGenerator() {
        @Override
        public long nextLong() {
            return Long.MAX_VALUE;
        }

        @Override
        public long nextLong(long bound) {
            return bound - 1;
        }
    };

    @TempDir
    Path folder;

    private Shop shop;

    @AfterEach
    void stop() {
        shop.close();
    }

    @Test
    void whatIsDoneGoesAndWhatFailsComesAgainAlone() throws Exception {
        open(UnaryOperator.identity());
        List<Envelope> commands = shop.send(5);
        failing(commands.get(2), new IllegalStateException("no boxes"));

        Worked worked = shop.invoke(LONG);

        assertThat(worked.done()).isEqualTo(4);
        assertThat(worked.failed()).hasSize(1);
        assertThat(commands).extracting(shop::packed).containsExactly(1, 1, 0, 1, 1);
        shop.pass(ofSeconds(1));
        assertThat(shop.receive()).singleElement().satisfies(again -> {
            assertThat(again.body()).contains(commands.get(2).id());
            assertThat(again.receives()).isEqualTo(2);
        });
    }

    @Test
    void theLongestPauseDoublesFromFailureToFailure() throws Exception {
        open(options -> new WorkerOptions(RetryPolicy.DEFAULT, PESSIMIST, options.telemetry()));
        failing(shop.send(1).getFirst(), new IllegalStateException("no boxes"));

        shop.invoke(LONG);
        shop.pass(ofMillis(999));
        assertThat(shop.receive()).isEmpty();
        shop.pass(ofMillis(1));
        shop.invoke(LONG);
        shop.pass(ofMillis(1_999));
        assertThat(shop.receive()).isEmpty();
        shop.pass(ofMillis(1));

        assertThat(shop.invoke(LONG).dead()).isEqualTo(1);
    }

    @Test
    void theLastFailureLiesWithItsErrorInTheDeadLetters() throws Exception {
        open(this::atOnce);
        Envelope command = shop.send(1).getFirst();
        failing(command, new IllegalStateException("order 0 has\u0000no boxes"));

        shop.invoke(LONG);
        shop.invoke(LONG);
        assertThat(shop.invoke(LONG)).isEqualTo(new Worked(0, 1, List.of()));

        assertThat(shop.queues.counts(shop.queue).isEmpty()).isTrue();
        assertThat(shop.redrive.peek(shop.subscription, 10)).singleElement().satisfies(letter -> {
            assertThat(letter.envelope()).contains(command);
            assertThat(letter.reason()).isEqualTo(DeadLetter.Reason.MAX_RECEIVES);
            assertThat(letter.attempts()).isEqualTo(3);
            assertThat(letter.error()).isEqualTo("java.lang.IllegalStateException: [order] has\uFFFDno boxes");
            assertThat(letter.diedAt()).isEqualTo(shop.now.get());
        });
    }

    @Test
    void whenTheDeadLettersAreOutOfReachSqsMovesTheMessageItself() throws Exception {
        open(this::atOnce);
        Envelope command = shop.send(1).getFirst();
        failing(command, new IllegalStateException("no boxes"));
        shop.invoke(LONG);
        shop.invoke(LONG);
        shop.aws.failNext(SEND, 1, AwsFault.throttled());

        assertThat(shop.invoke(LONG).failed()).hasSize(1);
        assertThat(shop.receive()).isEmpty();

        assertThat(shop.redrive.peek(shop.subscription, 10)).singleElement().satisfies(letter -> {
            assertThat(letter.envelope()).contains(command);
            assertThat(letter.reason()).isEqualTo(DeadLetter.Reason.MAX_RECEIVES);
            assertThat(letter.attempts()).isEqualTo(3);
            assertThat(letter.error()).contains("look for the event's id");
        });
    }

    @Test
    void aBodyThatIsNoEnvelopeIsParkedWithoutATry() throws Exception {
        open(UnaryOperator.identity());
        shop.send("{\"torn\":");
        Envelope good = shop.send(1).getFirst();

        assertThat(shop.invoke(LONG)).isEqualTo(new Worked(1, 1, List.of()));

        assertThat(shop.packed(good)).isEqualTo(1);
        assertThat(shop.redrive.peek(shop.subscription, 10)).singleElement().satisfies(letter -> {
            assertThat(letter.reason()).isEqualTo(DeadLetter.Reason.UNREADABLE);
            assertThat(letter.attempts()).isEqualTo(1);
            assertThat(letter.envelope()).isEmpty();
        });
    }

    @Test
    void aVersionThatNobodyKnowsIsParkedUntilSomebodyDoes() throws Exception {
        open(UnaryOperator.identity());
        shop.send(Orders.envelope("PACK_ORDER", 7, "42"));

        assertThat(shop.invoke(LONG)).isEqualTo(new Worked(0, 1, List.of()));

        assertThat(shop.packing.seen).isEmpty();
        assertThat(shop.redrive.peek(shop.subscription, 10))
                .singleElement()
                .satisfies(letter -> assertThat(letter.error())
                        .isEqualTo("PACK_ORDER has version 7, which is none of [1]; teach the consumer to read it, then"
                                + " redrive"));
    }

    @Test
    void aMessageThatIsDeliveredAgainInTheMiddleOfItsBatchIsDoneOnce() throws Exception {
        open(UnaryOperator.identity());
        List<Envelope> commands = shop.send(2);
        CountDownLatch begun = new CountDownLatch(2);
        CountDownLatch go = new CountDownLatch(1);
        shop.packing.does = (_, envelope) -> {
            begun.countDown();
            reached(go);
            shop.pack(envelope);
        };
        List<QueueMessage> batch = shop.receive();
        CompletableFuture<Worked> slow = working(batch);
        reached(begun);

        shop.pass(FunctionKind.visibility(shop.service));
        List<QueueMessage> again = shop.receive();
        CompletableFuture<Worked> second = working(again);
        assertThat(again).extracting(QueueMessage::receives).containsOnly(2);
        go.countDown();

        assertThat(slow.get()).isEqualTo(new Worked(2, 0, List.of()));
        assertThat(second.get()).isEqualTo(new Worked(2, 0, List.of()));
        shop.conclude(batch, slow.get());
        assertThat(shop.queues.counts(shop.queue).inFlight()).isEqualTo(2); // their handles are the older ones
        shop.conclude(again, second.get());
        assertThat(commands).extracting(shop::packed).containsOnly(1);
        assertThat(shop.queues.counts(shop.queue).isEmpty()).isTrue();
    }

    @Test
    void aFunctionThatDiesBeforeItAnswersHasDoneItsMessagesAllTheSame() throws Exception {
        open(UnaryOperator.identity());
        List<Envelope> commands = shop.send(3);
        shop.worker.work(shop.receive(), LONG); // and nobody hears of it

        shop.pass(FunctionKind.visibility(shop.service));

        assertThat(shop.invoke(LONG)).isEqualTo(new Worked(3, 0, List.of()));
        assertThat(commands).extracting(shop::packed).containsOnly(1);
        assertThat(shop.packing.seen).hasSize(3);
    }

    @Test
    void aConsumerThatHangsIsInterruptedAndHoldsUpNobody() throws Exception {
        open(this::atOnce);
        List<Envelope> commands = shop.send(6);
        CountDownLatch interrupted = new CountDownLatch(1);
        shop.packing.does = (_, envelope) -> {
            if (envelope.equals(commands.getFirst())) {
                hang();
                interrupted.countDown();
                throw new IllegalStateException("interrupted");
            }
            shop.pack(envelope);
        };

        Worked worked = shop.invoke(LONG);

        assertThat(worked.done()).isEqualTo(5);
        assertThat(worked.failed()).hasSize(1);
        assertThat(commands).extracting(shop::packed).containsExactly(0, 1, 1, 1, 1, 1);
        reached(interrupted);
    }

    @Test
    void aConsumerThatHeedsNoInterruptionCommitsLateButNotTwice() throws Exception {
        open(this::atOnce);
        Envelope command = shop.send(1).getFirst();
        CountDownLatch thawed = new CountDownLatch(1);
        AtomicInteger late = new AtomicInteger();
        shop.packing.does = (_, envelope) -> {
            boolean first = shop.packing.seen.size() == 1;
            if (first) {
                awaitUninterruptibly(thawed);
            }
            try {
                shop.pack(envelope);
            } finally {
                late.addAndGet(first ? 1 : 0);
            }
        };

        assertThat(shop.invoke(LONG).failed()).hasSize(1);
        assertThat(shop.invoke(LONG).done()).isEqualTo(1);
        thawed.countDown();

        await().until(() -> late.get() == 1);
        assertThat(shop.packed(command)).isEqualTo(1);
    }

    @Test
    void whenTheInvocationsTimeRunsOutWhatWasNotBegunComesAgainAtOnce() throws Exception {
        open(options -> new WorkerOptions(RetryPolicy.DEFAULT, PESSIMIST, options.telemetry()));
        List<Envelope> commands = shop.send(5);
        shop.packing.does = (_, _) -> {
            hang();
            throw new IllegalStateException("interrupted");
        };
        long begun = System.nanoTime();

        Worked worked = shop.invoke(QueueWorker.MARGIN.plus(ofMillis(300)));

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(ofSeconds(2));
        assertThat(worked.failed()).hasSize(5);
        assertThat(shop.packing.seen).hasSize(2); // that many workers
        assertThat(shop.receive()).hasSize(3); // the two that were begun wait
        assertThat(commands).extracting(shop::packed).containsOnly(0);
    }

    @Test
    void withNoTimeAtAllNothingIsBegun() throws Exception {
        open(UnaryOperator.identity());
        shop.send(3);

        assertThat(shop.invoke(ofSeconds(1)).failed()).hasSize(3);

        assertThat(shop.packing.seen).isEmpty();
        assertThat(shop.receive()).hasSize(3);
    }

    @Test
    void noMoreAreDeliveredSideBySideThanTheSubscriptionAllows() throws Exception {
        open(UnaryOperator.identity());
        shop.send(10);
        AtomicInteger busy = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch two = new CountDownLatch(2);
        shop.packing.does = (_, _) -> {
            most.accumulateAndGet(busy.incrementAndGet(), Math::max);
            two.countDown();
            reached(two);
            busy.decrementAndGet();
        };

        assertThat(shop.invoke(LONG).done()).isEqualTo(10);

        assertThat(most).hasValue(2);
    }

    @Test
    void whereNoPauseCanBeSetTheQueuesOwnTimeoutIsThePause() throws Exception {
        open(UnaryOperator.identity());
        failing(shop.send(1).getFirst(), new IllegalStateException("no boxes"));
        shop.aws.failNext(VISIBILITY, 1, AwsFault.throttled());

        assertThat(shop.invoke(LONG).failed()).hasSize(1);

        shop.pass(FunctionKind.visibility(shop.service).minusMillis(1));
        assertThat(shop.receive()).isEmpty();
        shop.pass(ofMillis(1));
        assertThat(shop.receive()).hasSize(1);
    }

    @Test
    void aConsumerThatRunsOutOfStackFailsLikeAnyOther() throws Exception {
        open(UnaryOperator.identity());
        shop.send(1);
        shop.packing.does = (_, _) -> {
            throw new StackOverflowError();
        };

        assertThat(shop.invoke(LONG).failed()).hasSize(1);
    }

    @Test
    void aQueueOfAnotherServiceIsAMistakeOfTheStack() {
        open(UnaryOperator.identity());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> shop.worker.work(
                        List.of(new QueueMessage("1", "1#1", "arn:aws:sqs:eu-central-1:0:other", "{}", 1)), LONG))
                .withMessageContainingAll("no queue other", shop.queue);
    }

    /** Batches are cut short, answered and not, doubled, throttled; consumers fail before and after their commit. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void whateverFailsNothingIsLostAndNothingIsDoneTwice(long seed) throws Exception {
        open(UnaryOperator.identity());
        Random chance = new Random(seed);
        List<Envelope> commands = shop.send(40);
        Map<String, Integer> trouble = new HashMap<>();
        commands.forEach(command -> trouble.put(command.id(), chance.nextInt(10)));
        shop.packing.does = (_, envelope) -> {
            switch (trouble.get(envelope.id())) {
                case 0 -> throw new IllegalStateException("never");
                case 1 -> {
                    shop.pack(envelope);
                    throw new IllegalStateException("after the commit");
                }
                default -> shop.pack(envelope);
            }
        };

        while (!shop.queues.counts(shop.queue).isEmpty()) {
            List<QueueMessage> batch = shop.receive();
            if (!batch.isEmpty()) {
                shop.aws.failNext(SEND, chance.nextInt(2), AwsFault.throttled());
                shop.aws.failNext(VISIBILITY, chance.nextInt(2), AwsFault.throttled());
                CompletableFuture<Worked> invocation = working(batch);
                CompletableFuture<Worked> doubled = chance.nextInt(4) == 0 ? working(batch) : invocation;
                boolean dies = chance.nextInt(4) == 0;
                Worked worked = invocation.get();
                doubled.get();
                if (!dies) {
                    shop.conclude(batch, worked);
                }
            }
            shop.pass(FunctionKind.visibility(shop.service));
        }

        List<String> dead = shop.dead();
        assertThat(commands).allSatisfy(command -> {
            boolean never = trouble.get(command.id()) == 0;
            assertThat(shop.packed(command)).isEqualTo(never ? 0 : 1);
            assertThat(shop.packed(command) == 1 || dead.stream().anyMatch(body -> body.contains(command.id())))
                    .isTrue();
        });
    }

    private void open(UnaryOperator<WorkerOptions> options) {
        shop = new Shop(folder, options);
        shop.packing.does = (_, envelope) -> shop.pack(envelope);
    }

    /** Too short to count in whole seconds. */
    private WorkerOptions atOnce(WorkerOptions options) {
        return options.retrying(new RetryPolicy(ofMillis(1), ofMillis(2)));
    }

    private void failing(Envelope command, RuntimeException error) {
        shop.packing.does = (_, envelope) -> {
            if (envelope.equals(command)) {
                throw error;
            }
            shop.pack(envelope);
        };
    }

    private CompletableFuture<Worked> working(List<QueueMessage> batch) {
        CompletableFuture<Worked> worked = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                worked.complete(shop.worker.work(batch, LONG));
            } catch (Throwable failed) {
                worked.completeExceptionally(failed);
            }
        });
        return worked;
    }

    private static void hang() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static void reached(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        while (true) {
            try {
                latch.await();
                return;
            } catch (InterruptedException ignored) {
                // that is the point
            }
        }
    }
}
