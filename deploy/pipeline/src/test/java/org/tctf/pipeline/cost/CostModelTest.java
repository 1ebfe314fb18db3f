package org.tctf.pipeline.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CostModelTest {
    private static final Path COMMITTED = Path.of("prices.json");
    private static final URI SOMEWHERE = URI.create("https://example.org/prices");

    private final CostModel model = new CostModel(PriceList.read(COMMITTED));

    CostModelTest() throws IOException {}

    @Test
    void aMillionRequestsAreReckonedByHand() {
        Workload work = new Workload(1e6, 1024, Duration.ofMillis(20), 0.5, 3, 2000, 2, 4, 1000, 2, 30);
        Map<String, Double> bill =
                model.monthly(work).stream().collect(Collectors.toMap(CostModel.Line::what, CostModel.Line::usd));
        assertThat(bill.get("API Gateway, requests")).isEqualTo(3.50, within(1e-9));
        // 1 million requests, half a million relayed facts, one and a half million messages
        assertThat(bill.get("Lambda, invocations (requests, relay, queues)")).isEqualTo(3 * 0.20, within(1e-9));
        assertThat(bill.get("Lambda, time")).isEqualTo(3e6 * 0.020 * 0.0000133334, within(1e-9));
        assertThat(bill.get("DynamoDB, writes")).isEqualTo(2 * 0.625, within(1e-9));
        assertThat(bill.get("DynamoDB, reads")).isEqualTo(4 * 0.125, within(1e-9));
        assertThat(bill.get("EventBridge, facts")).isEqualTo(0.5, within(1e-9));
        assertThat(bill.get("SNS, fan-out")).isEqualTo(1.5 * 0.50, within(1e-9));
        assertThat(bill.get("SNS, filters")).isEqualTo(1.5e6 * 2000 / 1e9 * 0.09, within(1e-9));
        assertThat(bill.get("SQS, messages")).isEqualTo(1.5 * 3 * 0.40, within(1e-9));
        assertThat(bill.get("SQS, asking idle queues")).isEqualTo(2 * 0.648 * 0.40, within(1e-9));
        assertThat(bill.get("CloudWatch, logs")).isEqualTo(3e6 * 1000 / 1e9 * 0.50, within(1e-9));
        assertThat(bill.get("CloudWatch, alarms")).isEqualTo(3, within(1e-9));
        assertThat(bill).hasSize(13);
    }

    @Test
    void aTierChangesThePriceOfWhatIsAboveItOnly() {
        Price price = new Price(
                "request", 1_000_000, SOMEWHERE, List.of(new Price.Tier(0, 3.50), new Price.Tier(333e6, 2.80)));
        assertThat(price.of(333e6)).isEqualTo(333 * 3.50, within(1e-6));
        assertThat(price.of(334e6)).isEqualTo(333 * 3.50 + 2.80, within(1e-6));
    }

    @Test
    void aListThatIsOutOfOrderOrLacksAPriceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Price("GB", 1, SOMEWHERE, List.of(new Price.Tier(5, 1))))
                .withMessageContaining("tiers begin at 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CostModel(new PriceList("here", "empty", Map.of()))
                        .monthly(new Workload(1, 128, Duration.ZERO, 0, 0, 0, 0, 0, 0, 0, 0)))
                .withMessageContaining("api-request");
    }

    @Test
    void everyCommittedPriceNamesItsPageAndTheListSaysHowFarToTrustIt() throws IOException {
        PriceList list = PriceList.read(COMMITTED);
        assertThat(list.note()).contains("VERIFY").containsPattern("20\\d\\d");
        assertThat(list.prices().values())
                .allMatch(price -> price.source().toString().startsWith("https://aws.amazon.com/"));
    }

    @Property
    void moreOfAnythingNeverCostsLess(
            @ForAll @DoubleRange(max = 1e12) double requests,
            @ForAll @DoubleRange(max = 1e12) double more,
            @ForAll @IntRange(min = 128, max = 5_120) int memory,
            @ForAll @IntRange(max = 10_000) int millis,
            @ForAll @DoubleRange(max = 20) double each) {
        double before = total(requests, memory, millis, each, 1);
        assertThat(total(requests + more, memory, millis, each, 1)).isGreaterThanOrEqualTo(before);
        assertThat(total(requests, 2 * memory, millis, each, 1)).isGreaterThanOrEqualTo(before);
        assertThat(total(requests, memory, millis + 1, each, 1)).isGreaterThanOrEqualTo(before);
        assertThat(total(requests, memory, millis, each + 1, 1)).isGreaterThanOrEqualTo(before);
        assertThat(total(requests, memory, millis, each, 2)).isGreaterThan(before);
    }

    @Property
    void aPriceOfTiersNeverFalls(
            @ForAll @DoubleRange(max = 1e11) double quantity, @ForAll @DoubleRange(max = 1e11) double more)
            throws IOException {
        for (Price price : PriceList.read(COMMITTED).prices().values()) {
            assertThat(price.of(quantity + more)).isGreaterThanOrEqualTo(price.of(quantity));
        }
    }

    private double total(double requests, int memory, int millis, double each, int fixed) {
        return CostModel.total(model.monthly(new Workload(
                requests, memory, Duration.ofMillis(millis), each, each, each, each, each, each * 100, fixed, fixed)));
    }
}
