package org.tctf.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be in a request's body, and how much of it. */
class BodyTest extends WithServer {
    private static final String NOTES = "/v1/notes";

    @Test
    void aBodyThatSaysItIsTooLargeIsRefusedUnread() {
        Answer answer = send("{\"title\":\"" + "x".repeat(1_000_000) + "\"}");

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("BODY_TOO_LARGE");
    }

    @Test
    void soIsOneThatOnlyTurnsOutToBe() {
        byte[] large = ("{\"title\":\"" + "x".repeat(1_000_000) + "\"}").getBytes(StandardCharsets.UTF_8);

        Answer answer = server.call("POST", NOTES)
                .as("ada")
                .body(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
                .header("Content-Type", JSON)
                .send();

        assertThat(answer.status()).isEqualTo(413);
    }

    @Test
    void aRoutesOwnLimitHolds() {
        String json = "\"" + "x".repeat(98) + "\"";
        assertThat(server.post("/v1/notes/raw", json).send().status()).isEqualTo(200);
        assertThat(server.post("/v1/notes/raw", json + " ").send().status()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "application/json; charset=iso-8859-1",
                "application/x-www-form-urlencoded",
                "application/jsonx",
                "nonsense"
            })
    void onlyJsonInUtf8IsTaken(String type) {
        Answer answer = server.call("POST", NOTES)
                .as("ada")
                .body("{\"title\":\"x\"}".getBytes(StandardCharsets.UTF_8), type)
                .send();

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.code()).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json", "application/json; charset=utf-8", "Application/JSON;charset=\"UTF-8\""})
    void jsonMayBeWrittenInAnyCase(String type) {
        Answer answer = server.call("POST", NOTES)
                .as("ada")
                .body("{\"title\":\"\u00e4\"}".getBytes(StandardCharsets.UTF_8), type)
                .send();

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.json().path("title").asText()).isEqualTo("\u00e4");
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                Arguments.of("not closed", utf8("{\"title\":")),
                Arguments.of("a word", utf8("hello")),
                Arguments.of("two values", utf8("{\"title\":\"x\"}{}")),
                Arguments.of("a comma too many", utf8("{\"title\":\"x\",}")),
                Arguments.of("a field twice", utf8("{\"title\":\"x\",\"title\":\"y\"}")),
                Arguments.of("too deep", utf8("{\"title\":" + "[".repeat(5000) + "]".repeat(5000) + "}")),
                Arguments.of("deep objects", utf8("{\"a\":".repeat(40) + "1" + "}".repeat(40))),
                Arguments.of("a raw NUL", utf8("{\"title\":\"a\u0000b\"}")),
                Arguments.of("an escaped NUL", utf8("{\"title\":\"a\\u0000b\"}")),
                Arguments.of("a NUL in a name", utf8("{\"ti\\u0000tle\":\"ab\"}")),
                Arguments.of("half a surrogate pair", utf8("{\"title\":\"\\ud800\"}")),
                Arguments.of("UTF-8 that is none", new byte[] {'{', '"', 't', '"', ':', '"', (byte) 0xC3, '"', '}'}),
                Arguments.of("overlong UTF-8", new byte[] {'"', (byte) 0xC0, (byte) 0x80, '"'}),
                Arguments.of("UTF-16", "{\"title\":\"x\"}".getBytes(StandardCharsets.UTF_16)),
                Arguments.of("only spaces", utf8("   ")),
                Arguments.of("a number of 200 digits", utf8("{\"title\":" + "9".repeat(200) + "}")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformed")
    void whatIsNotPlainJsonIsRefused(String what, byte[] body) {
        Answer answer = server.call("POST", NOTES).as("ada").body(body, JSON).send();

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("MALFORMED_JSON");
    }

    @Test
    void noBrokenBodyIsOurFault() {
        byte[] whole = utf8(
                "{\"title\":\"\\u00e4\",\"priority\":3,\"tags\":[\"a\"],\"author\":{\"name\":\"a\",\"email\":null},"
                        + "\"kind\":\"IDEA\",\"price\":{\"amount\":\"1.00\",\"currency\":\"EUR\"}}");
        Random random = new Random(20261120);
        for (int i = 0; i < 1000; i++) {
            byte[] broken = whole.clone();
            for (int flips = random.nextInt(1, 4); flips > 0; flips--) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            int length = random.nextInt(10) == 0 ? random.nextInt(1, whole.length) : whole.length;

            Answer answer = server.call("POST", NOTES)
                    .as("ada")
                    .body(Arrays.copyOf(broken, length), JSON)
                    .send();

            assertThat(answer.status())
                    .as("%s → %s", new String(broken, 0, length, StandardCharsets.ISO_8859_1), answer.text())
                    .isIn(201, 400);
        }
    }

    @Test
    void malformedJsonIsToldWhereItBreaks() {
        Answer answer = send("{\n  \"title\": oops\n}");

        assertThat(answer.json().path("detail").asText())
                .contains("line 2")
                .contains("column")
                .doesNotContain("oops");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "\"text\"", "17", "true"})
    void jsonThatIsNoObjectIsOfTheWrongType(String json) {
        Answer answer = send(json);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorAt("")).isEqualTo("WRONG_TYPE");
    }

    @Test
    void aMissingBodyIsRefused() {
        Answer answer = server.call("POST", NOTES).as("ada").send();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorAt("")).isEqualTo("REQUIRED");
    }

    @Test
    void whereNoBodyIsTakenAnEmptyObjectSaysNothingAndAnythingElseIsRefused() {
        assertThat(server.post("/v1/notes/limited", " {} ").send().status()).isEqualTo(200);

        Answer answer = server.post("/v1/notes/limited", "{\"a\":1}").send();
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("UNEXPECTED_BODY");
    }

    @Test
    void aControllerMayAskForTheBodyAsItCame() {
        Answer answer = server.post("/v1/notes/raw", "{ \"a\" : 1 }").send();

        assertThat(answer.json().path("length").asInt()).isEqualTo(11);
    }

    private Answer send(String json) {
        return server.post(NOTES, json).as("ada").send();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
