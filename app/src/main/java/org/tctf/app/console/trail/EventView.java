package org.tctf.app.console.trail;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event and its whole way: published, matched, each delivery, retries, dead letter, redrive.
 *
 * @param service that published it
 * @param payload with secrets hidden
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventView(
        String id,
        String correlationId,
        @Nullable String causationId,
        String type,
        int version,
        String service,
        String subject,
        String actor,
        Instant time,
        long aggregateVersion,
        @Nullable String traceparent,
        Status status,
        JsonNode payload,
        List<DeliveryView> deliveries,
        List<StepView> steps) {

    /** The event with the steps that are known of it, which say where it stands. */
    EventView with(List<StepView> known) {
        List<DeliveryView> ways = DeliveryView.of(known);
        Status worst = ways.stream()
                .map(DeliveryView::status)
                .max(Comparator.naturalOrder())
                .orElse(Status.UNMATCHED);
        return new EventView(
                id,
                correlationId,
                causationId,
                type,
                version,
                service,
                subject,
                actor,
                time,
                aggregateVersion,
                traceparent,
                worst,
                payload,
                ways,
                known);
    }
}
