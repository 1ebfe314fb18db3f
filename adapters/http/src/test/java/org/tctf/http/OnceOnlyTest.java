package org.tctf.http;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tctf.kernel.Problem;

/** That a write with an idempotency key happens once, whatever is repeated, raced, crashed or waited for. */
class OnceOnlyTest extends WithServer {
    private static final String MOMENTS = "/v1/notes/moments";

    private String key = "";

    @BeforeEach
    void newKey() {
        key = UUID.randomUUID().toString();
    }

    @Test
    void theSameRequestIsAnsweredByteForByteAsTheFirst() {
        Answer first = send("{\"title\":\"x\"}");
        Answer second = send("{\"title\":\"x\"}");

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(second.header("Content-Type")).isEqualTo("application/json");
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.header("X-Correlation-ID")).isNotEqualTo(first.header("X-Correlation-ID"));
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void theAliasOfTheHeaderMeansTheSame() {
        send("{\"title\":\"x\"}");
        Answer second = server.post(MOMENTS, "{\"title\":\"x\"}")
                .header("X-Idempotency-Key", key)
                .send();

        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void theSameKeyForAnotherRequestIsRefused() {
        send("{\"title\":\"x\"}");
        Answer other = send("{\"title\":\"y\"}");

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void keysOfDifferentCallersAndRoutesAreDifferentKeys() {
        send("{\"title\":\"x\"}");
        Answer byAda = server.post(MOMENTS, "{\"title\":\"x\"}")
                .as("ada")
                .header("Idempotency-Key", key)
                .send();
        Answer elsewhere = server.post("/v1/notes", "{\"title\":\"x\"}")
                .as("ada")
                .header("Idempotency-Key", key)
                .send();

        assertThat(byAda.header("Idempotency-Replayed")).isNull();
        assertThat(elsewhere.status()).isEqualTo(201);
        assertThat(effects()).isEqualTo(2);
    }

    @Test
    void aDomainsRefusalIsRepeatedToo() {
        server.moments().before = () -> {
            server.moments().effects.incrementAndGet();
            throw Problem.conflict("NOTE_TAKEN", "That note is taken.");
        };
        Answer first = send("{\"title\":\"x\"}");
        server.moments().before = () -> {};
        Answer second = send("{\"title\":\"x\"}");

        assertThat(first.status()).isEqualTo(409);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void whatFailedBeforeItsEffectIsDoneAgain() {
        for (RuntimeException failure : List.of(
                new IllegalStateException("a bug"),
                Problem.conflict("CONCURRENT_MODIFICATION", "Others were faster."),
                Problem.of(Problem.Kind.TOO_MANY_REQUESTS, "TOO_FAST", "Wait."))) {
            server.moments().before = () -> {
                throw failure;
            };
            assertThat(send("{\"title\":\"x\"}").status()).isGreaterThanOrEqualTo(409);
        }
        server.moments().before = () -> {};

        Answer again = send("{\"title\":\"x\"}");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("Idempotency-Replayed")).isNull();
    }

    @Test
    void whatTookEffectAndThenFailedIsNotDoneAgain() {
        server.moments().after = () -> {
            throw new IllegalStateException("the answer is lost");
        };
        assertThat(send("{\"title\":\"x\"}").status()).isEqualTo(500);
        server.moments().after = () -> {};

        Answer again = send("{\"title\":\"x\"}");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("REQUEST_OUTCOME_UNKNOWN");
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void aRequestThatIsRefusedBeforeItsHandlerLeavesTheKeyFree() {
        assertThat(send("{\"titel\":\"x\"}").status()).isEqualTo(400);

        assertThat(send("{\"title\":\"x\"}").status()).isEqualTo(200);
    }

    @Test
    void twentyAtOnceHaveOneEffect() throws Exception {
        List<Answer> answers = atOnce(20);

        Map<Integer, Long> byStatus = answers.stream().collect(groupingBy(Answer::status, counting()));
        assertThat(effects()).isEqualTo(1);
        assertThat(byStatus.keySet()).isSubsetOf(200, 409);
        assertThat(answers.stream()
                        .filter(answer -> answer.status() == 200)
                        .map(Answer::text)
                        .distinct())
                .as("the one answer and its repetitions")
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() == 409).map(Answer::code))
                .allMatch("REQUEST_IN_PROGRESS"::equals);
    }

    @Test
    void whileTheFirstRunsTheSecondIsToldToComeBack() throws Exception {
        CountDownLatch isRunning = new CountDownLatch(1);
        CountDownLatch mayGoOn = new CountDownLatch(1);
        server.moments().before = () -> {
            isRunning.countDown();
            await(mayGoOn);
        };
        try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Answer> first = others.submit(() -> send("{\"title\":\"x\"}"));
            await(isRunning);

            Answer second = send("{\"title\":\"x\"}");
            assertThat(second.status()).isEqualTo(409);
            assertThat(second.code()).isEqualTo("REQUEST_IN_PROGRESS");
            assertThat(second.header("Retry-After")).isEqualTo("1");

            mayGoOn.countDown();
            assertThat(first.get().status()).isEqualTo(200);
        }
        assertThat(send("{\"title\":\"x\"}").header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void aLeaseThatRanOutIsTakenOverAndWhoLostItCannotCommit() throws Exception {
        CountDownLatch isRunning = new CountDownLatch(1);
        CountDownLatch mayGoOn = new CountDownLatch(1);
        server.moments().before = () -> {
            isRunning.countDown();
            await(mayGoOn);
        };
        try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Answer> stuck = others.submit(() -> send("{\"title\":\"x\"}"));
            await(isRunning);
            server.moments().before = () -> {};

            server.clock().advance(Duration.ofSeconds(61));
            Answer second = send("{\"title\":\"x\"}");
            assertThat(second.status()).isEqualTo(200);
            assertThat(effects()).isEqualTo(1);

            mayGoOn.countDown();
            assertThat(stuck.get().code()).isEqualTo("REQUEST_IN_PROGRESS");
            assertThat(effects()).as("the zombie's commit was refused").isEqualTo(1);
            assertThat(send("{\"title\":\"x\"}").text()).isEqualTo(second.text());
        }
    }

    @Test
    void anAnswerIsKeptForTheRoutesWindow() {
        Answer first = send("{\"title\":\"x\"}");
        server.clock().advance(Duration.ofMinutes(2).minusSeconds(1));
        assertThat(send("{\"title\":\"x\"}").text()).isEqualTo(first.text());

        server.clock().advance(Duration.ofSeconds(1));
        assertThat(send("{\"title\":\"y\"}").status())
                .as("the key is free for another request")
                .isEqualTo(200);
    }

    @Test
    void aReadIgnoresTheKey() {
        for (int i = 0; i < 2; i++) {
            Answer answer =
                    server.get("/v1/notes/seen").header("Idempotency-Key", key).send();
            assertThat(answer.header("Idempotency-Replayed")).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "has space", "tab\there"})
    void aKeyThatIsNoneIsRefused(String bad) {
        Answer answer = server.post(MOMENTS, "{\"title\":\"x\"}")
                .header("Idempotency-Key", bad)
                .send();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("INVALID_IDEMPOTENCY_KEY");
    }

    @Test
    void aKeyOf256CharactersIsTooLong() {
        key = "x".repeat(256);
        assertThat(send("{\"title\":\"x\"}").code()).isEqualTo("INVALID_IDEMPOTENCY_KEY");

        key = "x".repeat(255);
        assertThat(send("{\"title\":\"x\"}").status()).isEqualTo(200);
    }

    @Test
    void twoDifferentKeysAreNoKey() {
        Answer answer = server.post(MOMENTS, "{\"title\":\"x\"}")
                .header("Idempotency-Key", "one")
                .header("X-Idempotency-Key", "two")
                .send();

        assertThat(answer.code()).isEqualTo("INVALID_IDEMPOTENCY_KEY");
    }

    private Answer send(String json) {
        return server.post(MOMENTS, json).header("Idempotency-Key", key).send();
    }

    private List<Answer> atOnce(int requests) throws InterruptedException, ExecutionException {
        List<Answer> answers = new ArrayList<>();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> running = new ArrayList<>();
            for (int i = 0; i < requests; i++) {
                running.add(callers.submit(() -> send("{\"title\":\"x\"}")));
            }
            for (Future<Answer> one : running) {
                answers.add(one.get());
            }
        }
        return answers;
    }

    private int effects() {
        return server.moments().effects.get();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
