package org.tctf.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tctf.kernel.Codec;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.Money;
import org.tctf.kernel.event.Envelope;

/** What every {@link Codec} promises of the shapes that a domain is made of. */
public abstract class CodecContract {

    public record OrderId(UUID value) {}

    public record Count(long value) {}

    public enum Colour {
        RED,
        GREEN
    }

    public sealed interface State {}

    public record Draft() implements State {}

    public sealed interface Ended extends State {}

    public record Shipped(Instant at, OrderId order) implements Ended {}

    public record Note(String value) implements Ended {}

    /** With questions, which are no state. */
    public record Line(String name, Money price, int pieces) {
        public boolean isExpensive() {
            return pieces > 1000;
        }

        public String getTitle() {
            return name;
        }
    }

    public record Order(
            OrderId id,
            EmailAddress email,
            State state,
            List<Line> lines,
            Map<OrderId, Count> counts,
            Set<Colour> colours,
            @Nullable String remark,
            Optional<LocalDate> day,
            Duration patience,
            BigDecimal factor,
            boolean isGift) {}

    public record Narrow(OrderId id) {}

    private static final OrderId ID = new OrderId(UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057"));
    private static final Order ORDER = new Order(
            ID,
            new EmailAddress("ada@example.org"),
            new Shipped(Instant.parse("2026-01-02T03:04:05.678901234Z"), ID),
            List.of(new Line("tea", Money.of("49", "EUR"), 2)),
            Map.of(ID, new Count(3)),
            Set.of(Colour.GREEN),
            null,
            Optional.of(LocalDate.of(2026, 2, 28)),
            Duration.ofMinutes(90),
            new BigDecimal("1.10"),
            true);

    protected abstract Codec codec();

    @Test
    void aRecordComesBackAsItWent() {
        assertThat(codec().fromJson(codec().toJson(ORDER), Order.class)).isEqualTo(ORDER);
        assertThat(codec().fromAttributes(codec().toAttributes(ORDER), Order.class))
                .isEqualTo(ORDER);
    }

    @Test
    void theJsonIsWhatTheShapeSays() {
        assertThat(codec().toAttributes(ORDER))
                .isEqualTo(Map.of(
                        "id",
                        "01890a5d-ac96-774b-bcce-b302099a8057",
                        "email",
                        "ada@example.org",
                        "state",
                        Map.of(
                                "type", "Shipped",
                                "at", "2026-01-02T03:04:05.678901234Z",
                                "order", "01890a5d-ac96-774b-bcce-b302099a8057"),
                        "lines",
                        List.of(Map.of(
                                "name",
                                "tea",
                                "price",
                                Map.of("amount", "49.00", "currency", "EUR"),
                                "pieces",
                                new BigDecimal(2))),
                        "counts",
                        Map.of("01890a5d-ac96-774b-bcce-b302099a8057", new BigDecimal(3)),
                        "colours",
                        List.of("GREEN"),
                        "day",
                        "2026-02-28",
                        "patience",
                        "PT1H30M",
                        "factor",
                        new BigDecimal("1.10"),
                        "isGift",
                        true));
    }

    @Test
    void anInstantHasAsManyDigitsAsItNeeds() {
        assertThat(codec().toJson(Instant.parse("2026-01-02T03:04:05Z"))).isEqualTo("\"2026-01-02T03:04:05Z\"");
        assertThat(codec().toJson(Instant.parse("2026-01-02T03:04:05.120Z"))).isEqualTo("\"2026-01-02T03:04:05.120Z\"");
    }

    @Test
    void aSealedInterfacesRecordSaysWhichItIsWhereverItStands() {
        assertThat(codec().toJson(new Draft())).isEqualTo("{\"type\":\"Draft\"}");
        assertThat(codec().fromJson("{\"type\":\"Draft\"}", State.class)).isEqualTo(new Draft());
        assertThat(codec().toJson(new Note("late"))).isEqualTo("{\"type\":\"Note\",\"value\":\"late\"}");
        assertThat(codec().fromJson("{\"value\":\"late\",\"type\":\"Note\"}", Ended.class))
                .isEqualTo(new Note("late"));
        assertThat(codec().fromJson("{\"value\":\"late\"}", Note.class)).isEqualTo(new Note("late"));
        assertThatIllegalArgumentException().isThrownBy(() -> codec().fromJson("{\"type\":\"Draft\"}", Ended.class));
        assertThatIllegalArgumentException().isThrownBy(() -> codec().fromJson("{\"type\":\"Lost\"}", State.class));
        assertThatIllegalArgumentException().isThrownBy(() -> codec().fromJson("{}", State.class));
    }

    @Test
    void unknownFieldsAreIgnored() {
        assertThat(codec().fromJson(codec().toJson(ORDER), Narrow.class)).isEqualTo(new Narrow(ID));
        assertThat(codec().fromAttributes(codec().toAttributes(ORDER), Narrow.class))
                .isEqualTo(new Narrow(ID));
    }

    @Test
    void whatTheTypeNeedsMustBeThere() {
        assertThatIllegalArgumentException().isThrownBy(() -> codec().fromJson("{}", Narrow.class));
        assertThatIllegalArgumentException().isThrownBy(() -> codec().fromJson("{\"id\":null}", Narrow.class));
        assertThatIllegalArgumentException().isThrownBy(() -> codec().fromJson("null", Narrow.class));
        assertThatIllegalArgumentException().isThrownBy(() -> codec().fromAttributes(Map.of(), Narrow.class));
    }

    @Test
    void whatIsNotJsonOrDoesNotFitIsRefusedWithoutQuotingIt() {
        for (String bad : List.of("", "{", "[]", "\"hush\"", "{\"id\":\"hush\"}", "{\"id\":{\"hush\":1}}", "hush")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> codec().fromJson(bad, Narrow.class))
                    .withMessageNotContaining("hush");
        }
    }

    @Test
    void numbersAreExact() {
        for (String number : List.of("0.1", "49.00", "12345678901234567890123456789.123456789", "-1E-30", "1E+20")) {
            BigDecimal exact = new BigDecimal(number);
            assertThat(codec().fromJson(codec().toJson(exact), BigDecimal.class))
                    .isEqualByComparingTo(exact);
            assertThat(codec().fromAttributes(codec().toAttributes(new Factor(exact)), Factor.class)
                            .factor())
                    .isEqualByComparingTo(exact);
        }
        assertThat(codec().fromJson("{\"factor\":1.10}", Factor.class).factor()).hasToString("1.10");
    }

    public record Factor(BigDecimal factor) {}

    @Test
    void anyTextSurvives() {
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            String text = random.ints(20, 0, Character.MAX_CODE_POINT)
                    .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            assertThat(codec().fromJson(codec().toJson(text), String.class)).isEqualTo(text);
        }
    }

    @Test
    void anEnvelopeIsACloudEvent() {
        Envelope event = envelope("{\"price\":1.10,\"names\":[\"ä\"],\"nested\":{}}");
        assertThat(codec().toJson(event))
                .isEqualTo("{\"specversion\":\"1.0\",\"id\":\"e1\",\"source\":\"orders\",\"type\":\"ORDER_PLACED\","
                        + "\"time\":\"2026-01-02T03:04:05.600Z\",\"subject\":\"o1\","
                        + "\"dataschema\":\"events/ORDER_PLACED.v2.json\",\"datacontenttype\":\"application/json\","
                        + "\"version\":2,\"aggregateversion\":7,\"correlationid\":\"c1\",\"causationid\":\"e0\","
                        + "\"actor\":\"me\",\"data\":{\"price\":1.10,\"names\":[\"ä\"],\"nested\":{}}}");
        assertThat(codec().fromJson(codec().toJson(event), Envelope.class)).isEqualTo(event);
        assertThat(codec().fromAttributes(codec().toAttributes(event), Envelope.class))
                .isEqualTo(event);
    }

    @Test
    void whatIsNoCloudEventIsRefused() {
        String good = codec().toJson(envelope("{}"));
        for (String bad : List.of(
                good.replace("\"1.0\"", "\"0.3\""),
                good.replace("\"id\":\"e1\",", ""),
                good.replace("\"data\":{}", "\"data\":\"text\""),
                good.replace("\"version\":2", "\"version\":0"),
                good.replace("2026-01-02T", "yesterday "),
                "[]")) {
            assertThatIllegalArgumentException().isThrownBy(() -> codec().fromJson(bad, Envelope.class));
        }
        assertThat(codec().fromJson(good.replace("{\"spec", "{\"partitionkey\":[{}],\"spec"), Envelope.class))
                .isEqualTo(envelope("{}"));
    }

    private static Envelope envelope(String data) {
        return new Envelope(
                "e1",
                "orders",
                "ORDER_PLACED",
                2,
                Instant.parse("2026-01-02T03:04:05.600Z"),
                "o1",
                "events/ORDER_PLACED.v2.json",
                7,
                "c1",
                "e0",
                "me",
                null,
                data);
    }
}
