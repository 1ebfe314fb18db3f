package org.tctf.eventbridge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.tctf.kernel.Codec;
import org.tctf.kernel.event.Deliveries;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.service.Subscription;
import org.tctf.telemetry.Traces;

/**
 * Works off batches of a service's queues, as Lambda's event source mapping hands them over: each message is delivered,
 * and fails, on its own; Lambda deletes those that are not answered as failed.
 *
 * <h2>What becomes of a message</h2>
 *
 * <ul>
 *   <li>Done now or before: it goes.
 *   <li>Failed, or not done within the subscription's time limit: it comes again after a pause with full jitter.
 *   <li>Failed at its last try, of a version that the consumer does not know, or not readable: a copy with the reason and
 *       the error is put to the dead letters, then it goes. SQS's redrive policy, which cannot say a reason, is left for
 *       what never comes to an end here.
 *   <li>Not begun, since the invocation's time is nearly over: it comes again at once.
 * </ul>
 *
 * <p>A consumer that does not heed its interruption goes on, perhaps not before the next invocation thaws the function.
 * That is harmless like any repetition: the inbox lets one of the two commit.
 *
 * <p>Should the function die anywhere in here, SQS delivers the batch again after its visibility timeout.
 */
public final class QueueWorker {

    /**
     * What became of a batch.
     *
     * @param done messages that a consumer did, now or before
     * @param dead messages that lie in the dead letters now
     * @param failed ids of the messages that come again
     */
    public record Worked(int done, int dead, List<String> failed) {}

    /** What of an invocation's time is kept for saying what was not done. */
    static final Duration MARGIN = Duration.ofSeconds(5);

    private final StageQueues queues;
    private final Visibilities visibilities;
    private final Map<String, Workplace> workplaces = new LinkedHashMap<>();

    public QueueWorker(
            ServiceDefinition service, Deliveries deliveries, Codec codec, StageQueues queues, WorkerOptions options) {
        this.queues = queues;
        visibilities = new Visibilities(queues.sqs());
        Workplace.Surroundings surroundings = new Workplace.Surroundings(
                service.name(),
                deliveries,
                codec,
                options,
                new Traces(options.telemetry(), "aws_sqs"),
                new DeadLetters(queues, codec));
        for (Subscription subscription : service.subscriptions()) {
            workplaces.put(queues.stage().queue(subscription), new Workplace(subscription, surroundings));
        }
    }

    /**
     * Delivers each, and returns in time.
     *
     * @param batch of one queue, as event source mappings have it
     * @param left of the invocation's time
     * @throws IllegalArgumentException when the service has no such queue
     */
    public Worked work(List<QueueMessage> batch, Duration left) throws InterruptedException {
        long end = System.nanoTime() + left.minus(MARGIN).toNanos();
        Workplace workplace = workplace(batch);
        Map<QueueMessage, Future<Ending>> attended = new LinkedHashMap<>();
        batch.forEach(message -> attended.put(message, workplace.attend(message, end)));
        int done = 0;
        int dead = 0;
        List<String> failed = new ArrayList<>();
        Map<String, Duration> pauses = new LinkedHashMap<>();
        for (Map.Entry<QueueMessage, Future<Ending>> one : attended.entrySet()) {
            switch (of(one.getValue())) {
                case Ending.Done _ -> done++;
                case Ending.Dead _ -> dead++;
                case Ending.Again(Duration after) -> {
                    failed.add(one.getKey().messageId());
                    pauses.put(one.getKey().receiptHandle(), after);
                }
            }
        }
        visibilities.change(() -> queues.url(workplace.subscription().queue()), pauses);
        return new Worked(done, dead, List.copyOf(failed));
    }

    private Workplace workplace(List<QueueMessage> batch) {
        String queue = batch.getFirst().queueName();
        Workplace workplace = workplaces.get(queue);
        if (workplace == null) {
            throw new IllegalArgumentException(
                    "this service has no queue %s, only %s".formatted(queue, workplaces.keySet()));
        }
        return workplace;
    }

    /** Only a bug in here, or the process at its end, leaves an attempt without an ending. */
    private static Ending of(Future<Ending> attempt) throws InterruptedException {
        try {
            return attempt.get();
        } catch (ExecutionException bug) {
            throw new IllegalStateException("an attempt did not end", bug.getCause());
        }
    }
}
