package org.tctf.eventbridge;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.tctf.eventbridge.Shop.LONG;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tctf.eventbridge.AutomaticRedrive.Outcome;
import org.tctf.eventbridge.QueueWorker.Worked;
import org.tctf.http.CaffeineRateCounters;
import org.tctf.json.JacksonCodec;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.RetryPolicy;
import org.tctf.localaws.AwsFault;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SqsException;

class AutomaticRedriveTest {
    @TempDir
    Path folder;

    private Shop shop;
    private SqsClient sqs;
    private AutomaticRedrive redrive;
    private boolean isDown = true;

    @BeforeEach
    void aShopWhoseBoxesAreOut() {
        shop = new Shop(folder, options -> options.retrying(new RetryPolicy(ofMillis(1), ofMillis(2))));
        shop.packing.does = (_, envelope) -> {
            if (isDown) {
                throw new IllegalStateException("no boxes");
            }
            shop.pack(envelope);
        };
        sqs = Clients.sqs(shop.aws.endpoint());
        redrive = new AutomaticRedrive(
                new StageQueues(Shop.STAGE, sqs), new JacksonCodec(), new CaffeineRateCounters(), shop.now::get);
    }

    @AfterEach
    void stop() {
        sqs.close();
        shop.close();
    }

    @Test
    void whatDiedWhileTheCauseLastedIsDoneOnceItIsOver() throws Exception {
        List<Envelope> commands = shop.send(25);
        letAllDie(25);
        isDown = false;

        assertThat(run()).isEqualTo(new Outcome(25, 0));

        work();
        assertThat(commands)
                .allSatisfy(command -> assertThat(shop.packed(command)).isEqualTo(1));
        assertThat(shop.queues.counts(shop.dead).isEmpty()).isTrue();
    }

    @Test
    void aLetterThatDiesAgainIsSentBackTwiceAndThenWaitsForAPerson() throws Exception {
        shop.send(1);
        letAllDie(1);
        for (int times = 1; times <= 2; times++) {
            assertThat(run()).isEqualTo(new Outcome(1, 0));
            letAllDie(1);
        }

        assertThat(run()).isEqualTo(new Outcome(0, 1));
        shop.pass(ofHours(24 * 13));
        assertThat(run()).isEqualTo(new Outcome(0, 1));

        assertThat(shop.redrive.count(shop.subscription)).isEqualTo(1);
        assertThat(shop.redrive.peek(shop.subscription, 10))
                .singleElement()
                .satisfies(letter -> assertThat(letter.error()).contains("no boxes"));
    }

    @Test
    void aPersonMaySendItBackAsOftenAsTheyLike() throws Exception {
        shop.send(1);
        letAllDie(1);
        run();
        letAllDie(1);
        run();
        letAllDie(1);

        shop.redrive.start(shop.subscription, 1);

        assertThat(shop.receive()).hasSize(1);
    }

    @Test
    void whatNoTimeMendsStays() throws Exception {
        shop.send("{\"torn\":");
        shop.send(Orders.envelope("PACK_ORDER", 7, "of a version that nobody knows"));
        shop.invoke(LONG);

        assertThat(run()).isEqualTo(new Outcome(0, 2));
        assertThat(shop.redrive.count(shop.subscription)).isEqualTo(2);
    }

    @Test
    void aLetterWhoseDeletionFailsGoesTwiceAndIsDoneOnce() throws Exception {
        Envelope command = shop.send(1).getFirst();
        letAllDie(1);
        isDown = false;
        shop.aws.failNext("AmazonSQS.DeleteMessage", 1, AwsFault.badRequest("InternalError", "try later"));

        assertThatExceptionOfType(SqsException.class).isThrownBy(this::run);
        shop.pass(ofHours(1));
        assertThat(run()).isEqualTo(new Outcome(1, 0));

        work();
        assertThat(shop.packed(command)).isEqualTo(1);
    }

    @Test
    void whatTheTimeDoesNotSufficeForStaysAndCanBeSeen() throws Exception {
        shop.send(3);
        letAllDie(3);

        assertThat(redrive.run(shop.subscription, ofSeconds(5))).isEqualTo(new Outcome(0, 0));
        assertThat(shop.redrive.count(shop.subscription)).isEqualTo(3);
    }

    private Outcome run() {
        return redrive.run(shop.subscription, LONG);
    }

    /** Three tries each, ten in an invocation. */
    private void letAllDie(int count) throws InterruptedException {
        work();
        assertThat(shop.redrive.count(shop.subscription)).isEqualTo(count);
    }

    private void work() throws InterruptedException {
        for (List<QueueMessage> batch = shop.receive(); !batch.isEmpty(); batch = shop.receive()) {
            Worked worked = shop.worker.work(batch, LONG);
            shop.conclude(batch, worked);
        }
    }
}
