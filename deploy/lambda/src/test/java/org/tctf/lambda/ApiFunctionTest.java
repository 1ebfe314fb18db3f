package org.tctf.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tctf.lambda.Lambda.request;
import static org.tctf.lambda.Lambda.soon;
import static org.tctf.lambda.Lambda.with;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.BeanContext;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tctf.lambda.notes.NotesController;

/** The pipeline inside Lambda: what a caller gets through API Gateway is what they get from one process. */
class ApiFunctionTest {
    private static Lambda lambda;
    private static ApiFunction function;

    private final String key = UUID.randomUUID().toString();

    @BeforeAll
    static void start() {
        lambda = new Lambda();
        function = new ApiFunction(lambda.container());
    }

    @AfterAll
    static void stop() {
        lambda.close();
    }

    @Test
    void aRequestIsAnsweredByItsController() {
        JsonNode written = answer(request("POST", "/v1/notes", "{\"text\":\"Grüße \uD83D\uDE80\"}"));
        assertThat(written.path("statusCode").asInt()).isEqualTo(201);
        String id = body(written).path("id").asText();

        JsonNode read = answer(request("GET", "/v1/notes/" + id, null));
        assertThat(body(read).path("text").asText()).isEqualTo("Grüße \uD83D\uDE80");
        assertThat(header(read, "X-Correlation-ID")).isNotEmpty();
        assertThat(header(read, "Strict-Transport-Security")).contains("max-age");
    }

    @Test
    void aRequestIsValidatedAgainstItsDocument() {
        JsonNode refused = answer(request("POST", "/v1/notes", "{\"text\":\"\"}"));
        assertThat(body(refused).at("/errors/0/pointer").asText()).isEqualTo("/text");
        assertThat(body(answer(request("POST", "/v1/notes", "{"))).path("code").asText())
                .isEqualTo("MALFORMED_JSON");
    }

    @Test
    void aBodyInBase64IsRead() {
        var event = request("POST", "/v1/notes", "eyJ0ZXh0IjoiaGVsbG8ifQ==").put("isBase64Encoded", true);
        assertThat(answer(event).path("statusCode").asInt()).isEqualTo(201);
    }

    @Test
    void whatIsNotThereIsAProblemToo() {
        JsonNode nothing = answer(request("GET", "/v1/nothing", null));
        assertThat(nothing.path("statusCode").asInt()).isEqualTo(404);
        assertThat(header(nothing, "Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void onlyWhoProvesWhoTheyArePasses() {
        assertThat(body(answer(request("GET", "/v1/notes/mine/owner", null)))
                        .path("code")
                        .asText())
                .isEqualTo("TOKEN_MISSING");
        JsonNode owner = answer(with(request("GET", "/v1/notes/mine/owner", null), "Authorization", Lambda.GOOD));
        assertThat(owner.path("body").asText()).isEqualTo("ada");
    }

    @Test
    void aRequestWithAnIdempotencyKeyIsDoneOnceAndAnsweredTwice() {
        var event = with(request("POST", "/v1/notes", "{\"text\":\"once\"}"), "Idempotency-Key", key);
        JsonNode first = answer(event);
        JsonNode second = answer(event);
        assertThat(second.path("body")).isEqualTo(first.path("body"));
        assertThat(header(second, "Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void aRequestThatTakesTooLongIsAnsweredBeforeLambdaEndsIt() {
        JsonNode late = function.answer(request("POST", "/v1/notes/slow", null), Deadline.in(Duration.ofMillis(1200)));
        assertThat(late.path("statusCode").asInt()).isEqualTo(503);
        assertThat(body(late).path("code").asText()).isEqualTo("TIMED_OUT");
    }

    @Test
    void anIdempotencyKeyIsFreeAgainAsSoonAsItsRequestHasTimedOut() {
        NotesController.hangs = true;
        var event = with(request("POST", "/v1/notes/hanging", null), "Idempotency-Key", key);
        Deadline end = Deadline.in(Duration.ofMillis(1500));
        assertThat(function.answer(event, end).path("statusCode").asInt()).isEqualTo(503);

        NotesController.hangs = false;
        await().until(() -> end.left().isZero());
        assertThat(answer(event).path("statusCode").asInt()).isEqualTo(201);
    }

    @Test
    void whoForgesTheForwardingHeaderIsCountedByTheirOwnAddressAllTheSame() {
        var one = with(request("GET", "/v1/notes/1", null), "X-Forwarded-For", "198.51.100.1");
        var other = with(request("GET", "/v1/notes/1", null), "x-forwarded-for", "198.51.100.2");
        one.withObject("/requestContext/identity").put("sourceIp", "203.0.113.99");
        other.withObject("/requestContext/identity").put("sourceIp", "203.0.113.99");
        assertThat(header(answer(one), "RateLimit")).contains("r=999");
        assertThat(header(answer(other), "RateLimit")).contains("r=998");
    }

    @Test
    void primingChangesNothing() {
        function.prime();
        assertThat(answer(request("GET", "/v1/notes/1", null))
                        .path("statusCode")
                        .asInt())
                .isEqualTo(404);
    }

    /** The framework's own Lambda context factory adds a bean definition with every invocation. */
    @Test
    void theContainerDoesNotGrowWithItsInvocations() {
        BeanContext beans = lambda.container().beans();
        answer(request("GET", "/v1/notes/1", null));
        int before = beans.getAllBeanDefinitions().size();
        int singletons = beans.getActiveBeanRegistrations(Object.class).size();
        for (int i = 0; i < 500; i++) {
            answer(request("GET", "/v1/notes/1", null));
        }
        assertThat(beans.getAllBeanDefinitions()).hasSize(before);
        assertThat(beans.getActiveBeanRegistrations(Object.class)).hasSize(singletons);
    }

    private static JsonNode answer(JsonNode event) {
        return function.answer(event, soon());
    }

    private static JsonNode body(JsonNode answer) {
        try {
            return Json.MAPPER.readTree(answer.path("body").asText());
        } catch (JsonProcessingException notJson) {
            throw new AssertionError(answer.toString(), notJson);
        }
    }

    private static String header(JsonNode answer, String name) {
        return answer.path("multiValueHeaders").path(name).path(0).asText();
    }
}
