package org.tctf.eventbridge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;

/** Says when received messages can be received again. Best effort: else they can when the timeout that they have ends. */
final class Visibilities {
    private static final Logger LOG = LoggerFactory.getLogger(Visibilities.class);
    private static final int BATCH = 10;

    private final SqsClient sqs;

    Visibilities(SqsClient sqs) {
        this.sqs = sqs;
    }

    /**
     * SQS knows whole seconds: the nearest is taken, so that pauses are on average as long as they should be.
     *
     * @param pauses by receipt handle
     */
    void change(Supplier<String> queueUrl, Map<String, Duration> pauses) {
        List<Map.Entry<String, Duration>> all = List.copyOf(pauses.entrySet());
        for (int i = 0; i < all.size(); i += BATCH) {
            List<ChangeMessageVisibilityBatchRequestEntry> entries = new ArrayList<>();
            for (Map.Entry<String, Duration> one : all.subList(i, Math.min(all.size(), i + BATCH))) {
                entries.add(ChangeMessageVisibilityBatchRequestEntry.builder()
                        .id(Integer.toString(entries.size()))
                        .receiptHandle(one.getKey())
                        .visibilityTimeout((int) one.getValue().plusMillis(500).toSeconds())
                        .build());
            }
            try {
                sqs.changeMessageVisibilityBatch(c -> c.queueUrl(queueUrl.get())
                        .entries(entries)
                        .overrideConfiguration(o -> o.apiCallTimeout(StageQueues.AT_MOST)));
            } catch (SdkException unavailable) {
                LOG.warn(
                        "{} messages stay hidden for longer than they need to: {}",
                        entries.size(),
                        unavailable.toString());
            }
        }
    }
}
