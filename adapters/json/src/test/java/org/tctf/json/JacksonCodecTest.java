package org.tctf.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tctf.contracts.CodecContract;
import org.tctf.kernel.Codec;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.Money;
import org.tctf.kernel.Problem;

class JacksonCodecTest extends CodecContract {
    private static final JacksonCodec CODEC = new JacksonCodec();
    private static final ObjectMapper STRICT = JacksonCodec.strictMapper();

    record Body(
            String name,
            int age,
            @Nullable Colour colour,
            @Nullable Money price) {}

    record Signup(EmailAddress email) {}

    sealed interface Clash {}

    record Typed(String type) implements Clash {}

    @Override
    protected Codec codec() {
        return CODEC;
    }

    @Test
    void theStrictMapperTakesWhatFits() throws Exception {
        assertThat(STRICT.readValue(
                        "{\"name\":\"Ada\",\"age\":36,\"price\":{\"amount\":\"1\",\"currency\":\"EUR\"}}", Body.class))
                .isEqualTo(new Body("Ada", 36, null, Money.of("1", "EUR")));
    }

    @Test
    void theStrictMapperRefusesWhatTheLenientOneBends() {
        for (String bad : List.of(
                "{\"name\":\"Ada\",\"age\":36,\"admin\":true}",
                "{\"name\":\"Ada\",\"age\":\"36\"}",
                "{\"name\":\"Ada\",\"age\":36.5}",
                "{\"name\":7,\"age\":36}",
                "{\"name\":true,\"age\":36}",
                "{\"name\":\"Ada\",\"age\":null}",
                "{\"name\":\"Ada\"}",
                "{\"name\":null,\"age\":36}",
                "{\"name\":\"Ada\",\"age\":36,\"colour\":0}",
                "{\"name\":\"Ada\",\"age\":36,\"colour\":\"BLUE\"}",
                "{\"name\":\"Ada\",\"name\":\"Eve\",\"age\":36}",
                "{\"name\":\"Ada\",\"age\":36,\"price\":{\"amount\":1,\"currency\":\"EUR\"}}",
                "{\"name\":\"Ada\",\"age\":36,\"price\":{\"amount\":\"1.001\",\"currency\":\"EUR\"}}",
                "{\"name\":\"Ada\",\"age\":36} {}",
                "{\"name\":\"Ada\",\"age\":36")) {
            assertThatExceptionOfType(JsonProcessingException.class)
                    .as(bad)
                    .isThrownBy(() -> STRICT.readValue(bad, Body.class));
        }
    }

    @Test
    void theStrictMapperRefusesDuplicatesInATreeToo() {
        assertThatExceptionOfType(JsonProcessingException.class)
                .isThrownBy(() -> STRICT.readValue("{\"a\":1,\"a\":2}", JsonNode.class));
    }

    @Test
    void aProblemOfTheDomainIsTheCause() {
        assertThatExceptionOfType(JsonProcessingException.class)
                .isThrownBy(() -> STRICT.readValue("{\"email\":\"nobody\"}", Signup.class))
                .withCauseInstanceOf(Problem.class);
    }

    @Test
    void aSealedRecordCannotHaveATypeOfItsOwn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CODEC.toJson(new Typed("x")))
                .withMessageContaining("rename its component 'type'");
    }

    @Test
    void aValueAloneHasNoAttributes() {
        assertThatIllegalArgumentException().isThrownBy(() -> CODEC.toAttributes(new Count(1)));
    }

    @Test
    void bytesInAttributesAreKeptAsBytes() {
        byte[] text = AttributesJson.toBytes(Map.of("bytes", new byte[] {1, 2}, "map", Map.of("a", "b")));
        assertThat(new String(text)).contains("\"bytes\":{\"\":\"AQI=\"}");
        assertThat((byte[]) AttributesJson.fromBytes(text).get("bytes")).containsExactly(1, 2);
    }

    @Test
    void attributesOfOtherTypesAreRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AttributesJson.toBytes(Map.of("age", 36)))
                .withMessageContaining("'age' is a java.lang.Integer");
        assertThatIllegalArgumentException().isThrownBy(() -> AttributesJson.toBytes(Map.of("", "x")));
        assertThatIllegalArgumentException().isThrownBy(() -> AttributesJson.fromBytes(new byte[] {'{'}));
    }
}
