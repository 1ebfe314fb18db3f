package org.tctf.eventbridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.tctf.eventbridge.Batch.Parcel;
import org.tctf.kernel.event.Outgoing;

class BatchTest {
    private static final Outgoing MESSAGE = Orders.fact("42");

    @Property
    void batchesKeepTheLimitsTheOrderAndEveryParcel(
            @ForAll @Size(max = 60) List<@IntRange(min = 1, max = 300_000) Integer> sizes) {
        List<Parcel> parcels =
                sizes.stream().map(size -> new Parcel(MESSAGE, "{}", size)).toList();

        List<Batch> batches = Batch.of("queue", parcels);

        assertThat(batches)
                .allSatisfy(batch -> assertThat(batch.parcels()).hasSizeBetween(1, Batch.MAX_ENTRIES))
                .allSatisfy(batch -> assertThat(batch.parcels().size() == 1 || bytes(batch) <= Batch.MAX_BYTES)
                        .isTrue())
                .flatExtracting(Batch::parcels)
                .containsExactlyElementsOf(parcels);
    }

    @Property
    void noTwoNeighboursWouldHaveFitInOneCall(
            @ForAll @Size(max = 60) List<@IntRange(min = 1, max = 300_000) Integer> sizes) {
        List<Batch> batches = Batch.of(
                null,
                sizes.stream().map(size -> new Parcel(MESSAGE, "{}", size)).toList());

        for (int i = 1; i < batches.size(); i++) {
            Batch before = batches.get(i - 1);
            int withNext = bytes(before) + batches.get(i).parcels().getFirst().bytes();
            assertThat(before.parcels().size() == Batch.MAX_ENTRIES || withNext > Batch.MAX_BYTES)
                    .isTrue();
        }
    }

    private static int bytes(Batch batch) {
        return batch.parcels().stream().mapToInt(Parcel::bytes).sum();
    }
}
