package org.tctf.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.tctf.kernel.event.Envelope;

class JsonEventSchemasTest {
    private static final String ID = "\"01890a5d-ac96-774b-bcce-b302099a8057\"";
    private static final String LINE = "{\"name\":\"tea\",\"pieces\":2,\"code\":\"A\"}";
    private static final String GOOD =
            "{\"order\":%s,\"email\":\"ada@example.org\",\"pin\":\"ABCDEF\",\"lines\":[%s],".formatted(ID, LINE)
                    + "\"notes\":{\"eve\":\"psst\"}}";

    private final JsonEventSchemas schemas = new JsonEventSchemas();

    @Test
    void whatFitsPasses() {
        assertThatCode(() -> schemas.check(event(GOOD))).doesNotThrowAnyException();
    }

    @Test
    void whatDoesNotFitIsNamedWithTypePointerAndReason() {
        refused(GOOD.replace("\"pieces\":2", "\"pieces\":0"), "ORDER_PLACED v1", "/lines/0/pieces", "1");
        refused(GOOD.replace("\"lines\":", "\"lignes\":"), "lignes", "lines");
        refused("[]", "ORDER_PLACED v1", "object");
    }

    @Test
    void formatsAreAssertions() {
        refused(GOOD.replace(ID, "\"7\""), "/order", "uuid");
        refused(GOOD.replace("ada@example.org", "ada"), "/email", "email");
        refused(GOOD.replace("\"pin\"", "\"placedAt\":\"now\",\"pin\""), "/placedAt", "date-time");
    }

    @Test
    void aSecretsValueIsNeverInTheMessage() {
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> schemas.check(event(GOOD.replace("ABCDEF", "123").replace("\"A\"", "\"hush\""))))
                .withMessageContainingAll(
                        "/pin breaks 'minLength'", "/pin breaks 'pattern'", "/lines/0/code breaks 'enum'")
                .withMessageNotContainingAny("123", "hush");
        refused(GOOD.replace("\"psst\"", "7"), "/notes/eve breaks 'type'");
    }

    @Test
    void anEventWithoutASchemaIsAMistakeOfItsPublisher() {
        Envelope unknown = new Envelope(
                "e",
                "orders",
                "ORDER_LOST",
                3,
                Instant.EPOCH,
                "o",
                "events/ORDER_LOST.v3.json",
                1,
                "c",
                null,
                "me",
                null,
                "{}");
        assertThatIllegalStateException()
                .isThrownBy(() -> schemas.check(unknown))
                .withMessage("ORDER_LOST v3 has no schema; add src/main/resources/events/ORDER_LOST.v3.json to orders");
    }

    @Test
    void anEventHasAtMost256Kilobytes() {
        String longName = "é".repeat(Envelope.MAX_BYTES / 2);
        refused(GOOD.replace("psst", longName), "has 26", "at most 262144");
        assertThatCode(() -> schemas.check(event(GOOD.replace("psst", longName.substring(1000)))))
                .doesNotThrowAnyException();
    }

    @Test
    void theSchemaAndItsSecretFieldsAreThereForScreens() {
        assertThat(schemas.schema("ORDER_PLACED", 1).orElseThrow().path("title").asText())
                .isEqualTo("ORDER_PLACED");
        assertThat(schemas.schema("ORDER_PLACED", 2)).isEmpty();
        assertThat(schemas.schema("../events/ORDER_PLACED", 1)).isEmpty();
        assertThat(schemas.secretFields("ORDER_PLACED", 1))
                .containsExactlyInAnyOrder("/pin", "/lines/*/code", "/notes/*");
    }

    @Test
    void whatIsShownHidesTheSecretFieldsAndNothingElse() {
        assertThat(schemas.shown(event(GOOD)))
                .hasToString("{\"order\":%s,\"email\":\"ada@example.org\",\"pin\":\"•••\",".formatted(ID)
                        + "\"lines\":[{\"name\":\"tea\",\"pieces\":2,\"code\":\"•••\"}],\"notes\":{\"eve\":\"•••\"}}");
        assertThat(schemas.shown(event("{\"pin\":{\"a\":1},\"lines\":7}")))
                .hasToString("{\"pin\":\"•••\",\"lines\":7}");
    }

    private void refused(String data, String... words) {
        assertThatIllegalStateException()
                .isThrownBy(() -> schemas.check(event(data)))
                .withMessageContainingAll(words);
    }

    private static Envelope event(String data) {
        return new Envelope(
                "e1",
                "orders",
                "ORDER_PLACED",
                1,
                Instant.EPOCH,
                "o1",
                "events/ORDER_PLACED.v1.json",
                1,
                "c1",
                null,
                "me",
                null,
                data);
    }
}
