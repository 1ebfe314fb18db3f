package org.tctf.eventbridge;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.tctf.eventbridge.Shop.LONG;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tctf.eventbridge.DeadLetterRedrive.Progress;
import org.tctf.eventbridge.QueueWorker.Worked;
import org.tctf.kernel.event.Envelope;
import org.tctf.localaws.AwsFault;

class DeadLetterRedriveTest {
    @TempDir
    Path folder;

    private Shop shop;

    @BeforeEach
    void open() {
        shop = new Shop(folder, UnaryOperator.identity());
        shop.packing.does = (_, envelope) -> shop.pack(envelope);
    }

    @AfterEach
    void stop() {
        shop.close();
    }

    @Test
    void lookingChangesNothing() throws Exception {
        park(25);

        assertThat(shop.redrive.peek(shop.subscription, 12)).hasSize(12);
        List<DeadLetter> all = shop.redrive.peek(shop.subscription, 100);
        assertThat(all)
                .extracting(DeadLetter::messageId)
                .doesNotHaveDuplicates()
                .hasSize(25);
        assertThat(shop.redrive.peek(shop.subscription, 100)).hasSameElementsAs(all);
        assertThat(shop.redrive.count(shop.subscription)).isEqualTo(25);
    }

    @Test
    void lettersThatCannotBePutBackComeBackByThemselves() throws Exception {
        park(2);
        shop.aws.failNext("AmazonSQS.ChangeMessageVisibilityBatch", 1, AwsFault.throttled());

        assertThat(shop.redrive.peek(shop.subscription, 10)).hasSize(2);
        assertThat(shop.redrive.count(shop.subscription)).isZero();
        shop.pass(ofSeconds(30));
        assertThat(shop.redrive.count(shop.subscription)).isEqualTo(2);
    }

    @Test
    void whatIsSentBackHasAllItsTriesBeforeIt() throws Exception {
        List<Envelope> commands = park(3);
        assertThat(shop.redrive.progress(shop.subscription)).isEmpty();

        shop.redrive.start(shop.subscription, 100);

        assertThat(shop.redrive.progress(shop.subscription)).contains(new Progress("COMPLETED", 3, Optional.empty()));
        assertThat(shop.redrive.count(shop.subscription)).isZero();
        List<QueueMessage> back = shop.receive();
        assertThat(back).extracting(QueueMessage::receives).containsOnly(1);
        assertThat(back)
                .extracting(QueueMessage::body)
                .allSatisfy(body -> assertThat(commands)
                        .anySatisfy(command -> assertThat(body).contains(command.id())));
    }

    @Test
    void whatDiesAgainSaysWhyItDiedThisTime() throws Exception {
        park(1);
        shop.redrive.start(shop.subscription, 1);

        for (int receive = 1; receive <= 3; receive++) {
            shop.receive(); // by functions that die
            shop.pass(ofSeconds(3_600));
        }
        assertThat(shop.receive()).isEmpty();

        assertThat(shop.redrive.peek(shop.subscription, 10)).singleElement().satisfies(letter -> {
            assertThat(letter.reason()).isEqualTo(DeadLetter.Reason.MAX_RECEIVES);
            assertThat(letter.error()).contains("did not end");
        });
    }

    @Test
    void theRateIsSqss() {
        assertThatIllegalArgumentException().isThrownBy(() -> shop.redrive.start(shop.subscription, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> shop.redrive.start(shop.subscription, 501));
    }

    /** Of a version that nobody knows. */
    private List<Envelope> park(int count) throws InterruptedException {
        List<Envelope> commands = IntStream.range(0, count)
                .mapToObj(i -> Orders.envelope("PACK_ORDER", 7, "order " + i))
                .toList();
        commands.forEach(shop::send);
        for (int left = count; left > 0; left -= 10) {
            assertThat(shop.invoke(LONG)).isEqualTo(new Worked(0, Math.min(left, 10), List.of()));
        }
        return commands;
    }
}
