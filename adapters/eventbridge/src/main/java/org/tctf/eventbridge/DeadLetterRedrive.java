package org.tctf.eventbridge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tctf.kernel.Codec;
import org.tctf.kernel.service.Subscription;
import software.amazon.awssdk.services.sqs.model.ListMessageMoveTasksResultEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Looks at a queue's dead letters, and sends them back when what killed them is mended. */
public final class DeadLetterRedrive {

    /**
     * How far the last sending back is.
     *
     * @param status SQS's: RUNNING, COMPLETED, CANCELLING, CANCELLED or FAILED
     */
    public record Progress(String status, long moved, Optional<String> failure) {}

    private static final int BATCH = 10;
    private static final int MAX_RATE = 500;
    private static final int WAIT_SECONDS = 1;
    private static final Duration LOOK = Duration.ofSeconds(30);

    private final StageQueues queues;
    private final DeadLetters deadLetters;
    private final Visibilities visibilities;

    public DeadLetterRedrive(StageQueues queues, Codec codec) {
        this.queues = queues;
        deadLetters = new DeadLetters(queues, codec);
        visibilities = new Visibilities(queues.sqs());
    }

    /** About how many there are. */
    public int count(Subscription subscription) {
        return Integer.parseInt(queues.attribute(
                queues.deadLettersUrl(subscription), QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES));
    }

    /**
     * Some of them, in no order. SQS cannot look without receiving: while this looks, others (a redrive, too) don't see
     * them.
     */
    public List<DeadLetter> peek(Subscription subscription, int max) {
        String url = queues.deadLettersUrl(subscription);
        List<Message> seen = new ArrayList<>();
        try {
            List<Message> batch = receive(url, max, LOOK);
            while (!batch.isEmpty()) {
                seen.addAll(batch);
                batch = seen.size() < max ? receive(url, max - seen.size(), LOOK) : List.of();
            }
            return seen.stream()
                    .map(letter -> deadLetters.read(subscription, letter))
                    .toList();
        } finally {
            visibilities.change(
                    () -> url, seen.stream().collect(Collectors.toMap(Message::receiptHandle, _ -> Duration.ZERO)));
        }
    }

    /**
     * Begins to send all of them back into their queue, with all their tries before them.
     *
     * <p>The destination is said, though SQS could know it: it only does of those that it moved itself ("Could not
     * determine message source").
     *
     * @param perSecond 1 to 500: what the consumer can take beside its usual work
     */
    public void start(Subscription subscription, int perSecond) {
        if (perSecond < 1 || perSecond > MAX_RATE) {
            throw new IllegalArgumentException("%d messages a second: use 1 to %d".formatted(perSecond, MAX_RATE));
        }
        String from = queues.arn(queues.deadLettersUrl(subscription));
        String to = queues.arn(queues.url(subscription.queue()));
        queues.sqs()
                .startMessageMoveTask(
                        m -> m.sourceArn(from).destinationArn(to).maxNumberOfMessagesPerSecond(perSecond));
    }

    /** Of the sending back that was begun last; none when there was none, or long ago. */
    public Optional<Progress> progress(Subscription subscription) {
        String from = queues.arn(queues.deadLettersUrl(subscription));
        return queues.sqs().listMessageMoveTasks(l -> l.sourceArn(from)).results().stream()
                .findFirst()
                .map(DeadLetterRedrive::progress);
    }

    private static Progress progress(ListMessageMoveTasksResultEntry task) {
        Long moved = task.approximateNumberOfMessagesMoved();
        return new Progress(task.status(), moved == null ? 0 : moved, Optional.ofNullable(task.failureReason()));
    }

    List<Message> receive(String url, int max, Duration hidden) {
        return queues.sqs()
                .receiveMessage(r -> r.queueUrl(url)
                        .maxNumberOfMessages(Math.min(max, BATCH))
                        .visibilityTimeout((int) hidden.toSeconds())
                        .waitTimeSeconds(WAIT_SECONDS)
                        .messageAttributeNames("All")
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                .messages();
    }
}
