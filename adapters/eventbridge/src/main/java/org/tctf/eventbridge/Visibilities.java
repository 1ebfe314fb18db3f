package org.tctf.eventbridge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tctf.kernel.service.Subscription;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;

/** Says when failed messages come again. Best effort: else they do when their queue's visibility timeout ends. */
final class Visibilities {
    private static final Logger LOG = LoggerFactory.getLogger(Visibilities.class);
    private static final int BATCH = 10;
    private static final Duration AT_MOST = Duration.ofSeconds(2);

    private final StageQueues queues;

    Visibilities(StageQueues queues) {
        this.queues = queues;
    }

    /** SQS knows whole seconds: to the nearest one, so that on average the pauses are as long as they should be. */
    void change(Subscription subscription, Map<QueueMessage, Duration> pauses) {
        List<Map.Entry<QueueMessage, Duration>> all = List.copyOf(new LinkedHashMap<>(pauses).entrySet());
        for (int i = 0; i < all.size(); i += BATCH) {
            List<ChangeMessageVisibilityBatchRequestEntry> entries = new ArrayList<>();
            for (Map.Entry<QueueMessage, Duration> one : all.subList(i, Math.min(all.size(), i + BATCH))) {
                entries.add(ChangeMessageVisibilityBatchRequestEntry.builder()
                        .id(Integer.toString(entries.size()))
                        .receiptHandle(one.getKey().receiptHandle())
                        .visibilityTimeout((int) one.getValue().plusMillis(500).toSeconds())
                        .build());
            }
            try {
                String url = queues.url(subscription.queue());
                queues.sqs()
                        .changeMessageVisibilityBatch(b ->
                                b.queueUrl(url).entries(entries).overrideConfiguration(o -> o.apiCallTimeout(AT_MOST)));
            } catch (SdkException unavailable) {
                LOG.warn(
                        "{}: {} failed messages come again after the queue's own timeout: {}",
                        subscription.queue(),
                        entries.size(),
                        unavailable.toString());
            }
        }
    }
}
