package org.tctf.eventbridge;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.tctf.eventbridge.Batch.Parcel;
import org.tctf.kernel.Codec;
import org.tctf.kernel.event.EventBus;
import org.tctf.kernel.event.Outgoing;
import org.tctf.kernel.event.RetryPolicy;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/**
 * Hands facts to EventBridge and commands to their own queue in SQS. What AWS refuses for now (it throttles, is not
 * reachable, has an error of its own) is sent again with full jitter, for 20 seconds at most; what it refuses for good is
 * refused alone, so that one message does not keep those that share its call.
 */
public final class EventBridgeBus implements EventBus {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** A call with less time would only say that it had too little, and not why the ones before it failed. */
    private static final Duration USEFUL = Duration.ofMillis(250);

    private static final RetryPolicy AGAIN = new RetryPolicy(Duration.ofMillis(50), Duration.ofSeconds(5));

    private final Departures departures;
    private final Codec codec;
    private final Duration patience;
    private final RandomGenerator random;

    public EventBridgeBus(EventBridgeClient events, StageQueues queues, Codec codec) {
        this(new Departures(events, queues), codec, PATIENCE, new SecureRandom());
    }

    EventBridgeBus(Departures departures, Codec codec, Duration patience, RandomGenerator random) {
        this.departures = departures;
        this.codec = codec;
        this.patience = patience;
        this.random = random;
    }

    /** @throws NotPublished when a message did not leave; it says which did */
    @Override
    public void publish(List<Outgoing> messages) {
        Publishing publishing = new Publishing(System.nanoTime() + patience.toNanos());
        publishing.send(messages.stream()
                .map(message -> new Parcel(message, Wire.text(codec.toJson(message.envelope()))))
                .toList());
        if (!publishing.stayed.isEmpty()) {
            throw new NotPublished(
                    messages.stream()
                            .filter(message -> !publishing.stayed.containsKey(message))
                            .toList(),
                    publishing.stayed);
        }
    }

    private final class Publishing {
        private final long deadline;
        private final Map<Outgoing, String> stayed = new LinkedHashMap<>();

        Publishing(long deadline) {
            this.deadline = deadline;
        }

        void send(List<Parcel> parcels) {
            List<Parcel> waiting = parcels;
            for (int failures = 1; !waiting.isEmpty(); failures++) {
                Map<Parcel, String> refused = new LinkedHashMap<>();
                byDestination(waiting).forEach(batch -> send(batch, refused));
                if (refused.isEmpty()) {
                    return;
                }
                if (!pause(failures)) {
                    refused.forEach((parcel, why) -> stayed.put(parcel.message(), why));
                    return;
                }
                waiting = List.copyOf(refused.keySet());
            }
        }

        /** @param refused gets what may be sent again */
        private void send(Batch batch, Map<Parcel, String> refused) {
            Duration left = Duration.ofNanos(deadline - System.nanoTime());
            if (left.compareTo(USEFUL) < 0) {
                batch.parcels().forEach(parcel -> refused.put(parcel, "no time left"));
                return;
            }
            try {
                departures.send(batch, left).forEach((parcel, refusal) -> {
                    if (refusal.mayPass()) {
                        refused.put(parcel, refusal.why());
                    } else {
                        stayed.put(parcel.message(), refusal.why());
                    }
                });
            } catch (SdkException failed) {
                if (Departures.mayPass(failed)) {
                    batch.parcels().forEach(parcel -> refused.put(parcel, failed.toString()));
                } else if (batch.parcels().size() == 1) {
                    stayed.put(batch.parcels().getFirst().message(), failed.toString());
                } else {
                    batch.single().forEach(single -> send(single, refused));
                }
            }
        }

        /** Whether there is time for another try. */
        private boolean pause(int failures) {
            Duration pause = AGAIN.pause(failures, random);
            if (deadline - System.nanoTime() < pause.plus(USEFUL).toNanos()) {
                return false;
            }
            try {
                Thread.sleep(pause);
                return true;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }

    private static List<Batch> byDestination(List<Parcel> parcels) {
        List<Parcel> facts = new ArrayList<>();
        Map<String, List<Parcel>> commands = new HashMap<>();
        for (Parcel parcel : parcels) {
            @Nullable String queue = parcel.message().queue();
            (queue == null ? facts : commands.computeIfAbsent(queue, _ -> new ArrayList<>())).add(parcel);
        }
        List<Batch> batches = new ArrayList<>(Batch.of(null, facts));
        commands.forEach((queue, ofQueue) -> batches.addAll(Batch.of(queue, ofQueue)));
        return batches;
    }
}
