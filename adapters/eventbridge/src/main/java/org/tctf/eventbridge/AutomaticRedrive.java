package org.tctf.eventbridge;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tctf.kernel.Codec;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.service.Subscription;
import org.tctf.kernel.web.Quota;
import org.tctf.kernel.web.RateCounters;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Sends dead letters back without being asked, when an alarm that told why they died has gone off again: the provider
 * answers, the table takes writes. Only those go that were tried as often as they may be; what nobody can read, no passing
 * of time mends.
 *
 * <p>No letter goes round for ever: each event may be sent back {@link #OFTEN} times in as long as SQS keeps a message, counted in the
 * stage's guards. Then it waits for a person. SQS's own move task, which {@link DeadLetterRedrive} uses, can neither choose
 * among letters nor count.
 *
 * <p>A crash between sending and deleting leaves the letter to be sent once more, which the consumer's inbox absorbs.
 */
public final class AutomaticRedrive {

    /**
     * What became of the letters.
     *
     * @param sentBack they have all their tries before them
     * @param left for a person, or for the next time
     */
    public record Outcome(int sentBack, int left) {}

    /** A cause that comes back twice is not over. */
    static final Quota OFTEN = new Quota("automatic-redrive", 2, Duration.ofDays(14));

    private static final Logger LOG = LoggerFactory.getLogger(AutomaticRedrive.class);
    private static final int BATCH = 10;

    /** What of the time is kept for putting back what stays. */
    private static final Duration MARGIN = Duration.ofSeconds(5);

    private final StageQueues queues;
    private final RateCounters counters;
    private final InstantSource clock;
    private final DeadLetters letters;
    private final DeadLetterRedrive look;
    private final Visibilities visibilities;

    /** @param counters shared by all functions of the stage */
    public AutomaticRedrive(StageQueues queues, Codec codec, RateCounters counters, InstantSource clock) {
        this.queues = queues;
        this.counters = counters;
        this.clock = clock;
        letters = new DeadLetters(queues, codec);
        look = new DeadLetterRedrive(queues, codec);
        visibilities = new Visibilities(queues.sqs());
    }

    /**
     * Goes through all letters of a queue once.
     *
     * @param left of the invocation's time; what it does not suffice for stays where it is
     */
    public Outcome run(Subscription subscription, Duration left) {
        String from = queues.deadLettersUrl(subscription);
        long end = System.nanoTime() + left.minus(MARGIN).toNanos();
        int sentBack = 0;
        Map<String, Duration> staying = new HashMap<>();
        try {
            while (System.nanoTime() < end) {
                // Hidden until this is over, so that no letter is met twice.
                List<Message> batch = look.receive(from, BATCH, left);
                if (batch.isEmpty()) {
                    break;
                }
                for (Message letter : batch) {
                    if (System.nanoTime() < end && goes(subscription, letter)) {
                        sendBack(subscription, from, letter);
                        sentBack++;
                    } else {
                        staying.put(letter.receiptHandle(), Duration.ZERO);
                    }
                }
            }
        } finally {
            visibilities.change(() -> from, staying);
        }
        LOG.info("{}: {} dead letters sent back, {} left", subscription.queue(), sentBack, staying.size());
        return new Outcome(sentBack, staying.size());
    }

    private boolean goes(Subscription subscription, Message message) {
        DeadLetter letter = letters.read(subscription, message);
        Optional<Envelope> envelope = letter.envelope();
        return letter.reason() == DeadLetter.Reason.MAX_RECEIVES
                && envelope.isPresent()
                && counters.count(
                                "redrive#%s#%s"
                                        .formatted(
                                                subscription.queue(),
                                                envelope.get().id()),
                                OFTEN,
                                clock.instant())
                        .isAllowed();
    }

    private void sendBack(Subscription subscription, String from, Message letter) {
        String to = queues.url(subscription.queue());
        queues.sqs().sendMessage(m -> m.queueUrl(to).messageBody(letter.body()));
        queues.sqs().deleteMessage(m -> m.queueUrl(from).receiptHandle(letter.receiptHandle()));
    }
}
