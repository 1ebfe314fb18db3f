package org.tctf.pipeline.recovery;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.tctf.blueprint.Stage;
import org.tctf.eventbridge.DeadLetter;
import org.tctf.eventbridge.DeadLetterRedrive;
import org.tctf.eventbridge.DeadLetterRedrive.Progress;
import org.tctf.eventbridge.StageQueues;
import org.tctf.json.JacksonCodec;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;
import org.tctf.kernel.service.Subscription;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * A stage's dead letters, by hand. A queue is called as its subscription is, {@code onboarding-on-user-created}: what is
 * there is asked of SQS, not of the definitions, so that the letters of a consumer that is gone are found too.
 */
public final class DeadLetterQueues {
    private static final List<String> LAST_STOPS =
            List.of(Stage.DEAD, Stage.UNDELIVERED, Stage.UNRELAYED, Stage.FAILED_RUNS);

    private static final String COMPLETED = "COMPLETED";
    private static final String RUNNING = "RUNNING";

    private final SqsClient sqs;
    private final Stage stage;
    private final DeadLetterRedrive redrive;

    public DeadLetterQueues(SqsClient sqs, Stage stage) {
        this.sqs = sqs;
        this.stage = stage;
        redrive = new DeadLetterRedrive(new StageQueues(stage, sqs), new JacksonCodec());
    }

    /** How many lie where, empty queues left out: dead letters by the name of their queue, all else by its own. */
    public Map<String, Integer> counts() {
        String prefix = stage.prefix();
        Map<String, Integer> counts = new TreeMap<>();
        sqs.listQueuesPaginator(l -> l.queueNamePrefix(prefix).maxResults(1_000)).queueUrls().stream()
                .filter(url -> LAST_STOPS.stream().anyMatch(url::endsWith))
                .forEach(url -> {
                    int count = Integer.parseInt(attribute(url, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES));
                    if (count > 0) {
                        String name = url.substring(url.lastIndexOf('/') + 1 + prefix.length());
                        counts.put(name.replaceFirst(Stage.DEAD + "$", ""), count);
                    }
                });
        return counts;
    }

    /** Some of a queue's letters, in no order. */
    public List<DeadLetter> show(String queue, int max) {
        return redrive.peek(subscription(queue), max);
    }

    /**
     * Sends all of a queue's letters back and waits; SQS goes on when nobody waits.
     *
     * @param perSecond 1 to 500
     * @param pause between two questions how far it is
     * @return how many
     * @throws IllegalStateException when SQS stops before the end
     */
    public long redrive(String queue, int perSecond, Duration pause, Consumer<String> progress)
            throws InterruptedException {
        Subscription subscription = subscription(queue);
        redrive.start(subscription, perSecond);
        Progress now = redrive.progress(subscription).orElseThrow();
        while (now.status().equals(RUNNING)) {
            progress.accept("%s: %d sent back".formatted(queue, now.moved()));
            Thread.sleep(pause);
            now = redrive.progress(subscription).orElseThrow();
        }
        if (!now.status().equals(COMPLETED)) {
            throw new IllegalStateException("%s: %s after %d sent back: %s"
                    .formatted(queue, now.status(), now.moved(), now.failure().orElse("SQS does not say why")));
        }
        return now.moved();
    }

    /** As far as a queue tells of it: nothing else is asked of it here. */
    private Subscription subscription(String queue) {
        if (queue.endsWith(Stage.UNDELIVERED)) {
            throw new IllegalArgumentException(
                    "%s holds what never reached a queue, and SQS cannot send it there: replay its time from the archive (docs/runbooks/undelivered.md)"
                            .formatted(queue));
        }
        return new Subscription(
                queue, List.of(Subscription.EVERY), Map.of(), Unknown.class, false, Duration.ofSeconds(1), 1, 1);
    }

    private String attribute(String url, QueueAttributeName name) {
        return sqs.getQueueAttributes(a -> a.queueUrl(url).attributeNames(name))
                .attributes()
                .getOrDefault(name, "0");
    }

    private interface Unknown extends EventConsumer<Envelope> {}
}
