package org.tctf.eventbridge;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.event.Outgoing;

/** Messages that go to the same place in one call. */
record Batch(@Nullable String queue, List<Parcel> parcels) {
    /** Of PutEvents and of SendMessageBatch. */
    static final int MAX_ENTRIES = 10;

    /** The quota that both had until 2025, and SNS still has for the one message that is not split. */
    static final int MAX_BYTES = 256 * 1024;

    /** A message as it goes over the wire. */
    record Parcel(Outgoing message, String json, int bytes) {
        /** What is counted besides the text: names, time. */
        private static final int ADDITIONS = 256;

        Parcel(Outgoing message, String json) {
            this(message, json, json.getBytes(StandardCharsets.UTF_8).length + ADDITIONS);
        }
    }

    /** In order, as few as possible; a parcel that is too large goes alone, and is refused alone. */
    static List<Batch> of(@Nullable String queue, List<Parcel> parcels) {
        List<Batch> batches = new ArrayList<>();
        List<Parcel> current = new ArrayList<>();
        int bytes = 0;
        for (Parcel parcel : parcels) {
            if (current.size() == MAX_ENTRIES || (!current.isEmpty() && bytes + parcel.bytes() > MAX_BYTES)) {
                batches.add(new Batch(queue, List.copyOf(current)));
                current.clear();
                bytes = 0;
            }
            current.add(parcel);
            bytes += parcel.bytes();
        }
        if (!current.isEmpty()) {
            batches.add(new Batch(queue, List.copyOf(current)));
        }
        return batches;
    }

    /** Each of its parcels in a batch of its own. */
    List<Batch> single() {
        return parcels.stream().map(parcel -> new Batch(queue, List.of(parcel))).toList();
    }
}
