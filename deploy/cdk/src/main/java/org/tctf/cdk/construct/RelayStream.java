package org.tctf.cdk.construct;

import java.time.Duration;
import java.util.List;
import org.tctf.cdk.AlarmKind;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping;
import software.constructs.Construct;

/**
 * The way of new outbox messages from a table's stream to the relay. A batch that fails is cut in two until the one that
 * cannot be relayed stands alone; others do not wait for it longer than {@link #PATIENCE}. What is given up then still lies
 * in the outbox, where the relay's sweep finds it.
 */
public final class RelayStream extends Construct {
    private static final int BATCH = 100;

    /** Batches of one shard that are relayed side by side: order is not promised, and a second's facts may be many. */
    private static final int SIDE_BY_SIDE = 4;

    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final Duration LATE = Duration.ofSeconds(30);

    private final String failedArn;

    public RelayStream(Construct scope, String id, String failed, String keyArn, Alarms alarms) {
        super(scope, id);
        failedArn = new DeadLetterQueue(this, "Failed", failed, keyArn, List.of(), DeadLetterQueue.ofNoQueue())
                .rings(alarms, AlarmKind.RELAY_FAILED, "relay", failed)
                .arn();
    }

    /** @param filter which of the stream's records, as Lambda writes it */
    public void feeds(Alias function, String streamArn, String filter, Alarms alarms) {
        CfnEventSourceMapping.Builder.create(this, "Mapping")
                .functionName(function.getFunctionArn())
                .eventSourceArn(streamArn)
                .startingPosition("TRIM_HORIZON")
                .filterCriteria(CfnEventSourceMapping.FilterCriteriaProperty.builder()
                        .filters(List.of(CfnEventSourceMapping.FilterProperty.builder()
                                .pattern(filter)
                                .build()))
                        .build())
                .batchSize(BATCH)
                .parallelizationFactor(SIDE_BY_SIDE)
                .functionResponseTypes(List.of("ReportBatchItemFailures"))
                .bisectBatchOnFunctionError(true)
                .maximumRecordAgeInSeconds(PATIENCE.toSeconds())
                .destinationConfig(CfnEventSourceMapping.DestinationConfigProperty.builder()
                        .onFailure(CfnEventSourceMapping.OnFailureProperty.builder()
                                .destination(failedArn)
                                .build())
                        .build())
                .build();
        Metric age = function.metric(
                "IteratorAge",
                MetricOptions.builder()
                        .statistic("Maximum")
                        .period(software.amazon.awscdk.Duration.minutes(1))
                        .build());
        alarms.on(this, AlarmKind.RELAY_LAG, "relay-stream", age, Alarms.Rings.lastingAt(LATE.toMillis()));
    }

    /** Where Lambda writes which records it gave up; with the rights of the relay. */
    public String failedArn() {
        return failedArn;
    }
}
