package org.tctf.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.tctf.json.JacksonCodec;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.Failure;

class FailureTest {

    @Test
    void classAndMessageAreKeptDownToTheThirdCause() {
        Throwable error = new IllegalStateException(
                "one",
                new IllegalArgumentException("two", new RuntimeException("three", new RuntimeException("four"))));

        assertThat(described(error, "{}"))
                .isEqualTo("java.lang.IllegalStateException: one"
                        + "; caused by java.lang.IllegalArgumentException: two"
                        + "; caused by java.lang.RuntimeException: three");
    }

    @Test
    void valuesOfTheEventGiveWayToTheirFieldsNames() {
        Throwable error = new IllegalStateException("ada@example.org may not use 918273 at Baker Street 221b");

        assertThat(described(error, """
                        {"email": "ada@example.org", "code": 918273,
                         "addresses": [{"street": "Baker Street 221b"}, {"street": "Baker Street"}]}"""))
                .isEqualTo("java.lang.IllegalStateException: [email] may not use [code] at [street]");
    }

    @Test
    void valuesTooShortToHideAnythingStay() {
        assertThat(described(new IllegalStateException("no way"), "{\"answer\": \"no\", \"sure\": true}"))
                .isEqualTo("java.lang.IllegalStateException: no way");
    }

    @Test
    void dataThatIsNoObjectIsLeftOutAsAWhole() {
        assertThat(described(new IllegalStateException("cannot read <secret>"), "<secret>"))
                .isEqualTo("java.lang.IllegalStateException: cannot read [data]");
    }

    @Test
    void aLongMessageIsCutAndANullMessageIsNone() {
        assertThat(described(new IllegalStateException("x".repeat(5_000)), "{}"))
                .hasSize(1_001)
                .endsWith("…");
        assertThat(described(new IllegalStateException(), "{}")).isEqualTo("java.lang.IllegalStateException");
    }

    private static String described(Throwable error, String data) {
        Envelope envelope = new Envelope(
                "1", "sender", "SENT", 1, Instant.EPOCH, "subject", "schema", 1, "c", null, "actor", null, data);
        return Failure.describe(error, envelope, new JacksonCodec());
    }
}
