package org.tctf.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tctf.identity.Role;

class RateLimitTest extends WithServer {

    @Override
    Map<String, Object> settings() {
        return Map.of(
                "tctf.http.limits.anonymous", 5,
                "tctf.http.limits.member", 6,
                "tctf.http.limits.admin", 7);
    }

    @Test
    void everyAnswerTellsTheLimitAndWhatIsLeft() {
        Answer answer = server.get("/v1/notes/seen").send();

        assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"address\";q=5;w=3600");
        assertThat(answer.header("RateLimit")).isEqualTo("\"address\";r=4;t=3600");
        assertThat(server.get("/v1/nothing").send().header("RateLimit")).isEqualTo("\"address\";r=3;t=3600");
    }

    @Test
    void whoAsksTooOftenIsToldWhenToComeBackAndThenMay() {
        exhaust(5, server.get("/v1/notes/seen"));

        server.clock().advance(Duration.ofMinutes(20));
        Answer refused = server.get("/v1/notes/seen").send();
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("RATE_LIMITED");
        assertThat(refused.header("Retry-After")).isEqualTo("2400");
        assertThat(refused.json().path("retryAfter").asInt()).isEqualTo(2400);
        assertThat(refused.header("RateLimit")).isEqualTo("\"address\";r=0;t=2400");

        server.clock().advance(Duration.ofMinutes(40));
        assertThat(server.get("/v1/notes/seen").send().status()).isEqualTo(200);
    }

    @Test
    void membersCountForThemselvesAndNotForTheirAddress() {
        exhaust(5, server.get("/v1/notes/seen"));

        exhaust(6, server.get("/v1/notes/seen").as("ada"));
        assertThat(server.get("/v1/notes/seen").as("ada").send().status()).isEqualTo(429);
        assertThat(server.get("/v1/notes/seen").as("bob").send().status()).isEqualTo(200);
    }

    @Test
    void administratorsHaveMore() {
        exhaust(7, server.get("/v1/notes/seen").as("root", Role.ADMIN));

        assertThat(server.get("/v1/notes/seen").as("root", Role.ADMIN).send().status())
                .isEqualTo(429);
    }

    @Test
    void aRoutesOwnLimitComesOnTop() {
        Answer first = server.call("POST", "/v1/notes/limited").as("ada").send();
        assertThat(first.header("RateLimit-Policy")).isEqualTo("\"member\";q=6;w=3600, \"route\";q=3;w=60");
        assertThat(first.header("RateLimit")).isEqualTo("\"member\";r=5;t=3600, \"route\";r=2;t=60");

        assertThat(server.call("POST", "/v1/notes/limited").send().status()).isEqualTo(200);
        assertThat(server.call("POST", "/v1/notes/limited").as("bob").send().status())
                .isEqualTo(200);
        Answer refused = server.call("POST", "/v1/notes/limited").as("eve").send();
        assertThat(refused.status()).as("the limit is the address's").isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("60");
    }

    @Test
    void whoComesByAMailedLinkCountsForTheLinkAndNotForTheAddress() {
        exhaust(5, server.get("/v1/notes/seen"));
        assertThat(server.get("/v1/notes/seen").send().status()).isEqualTo(429);

        for (int reader = 0; reader < 10; reader++) {
            Answer answer = byLink("mailed-" + reader);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"route\";q=3;w=60");
        }
    }

    @Test
    void aMailedLinkHasItsRoutesLimitHoweverItIsWritten() {
        byLink("mailed-one");
        byLink("MAILED-one");
        assertThat(byLink("mailed-ONE").header("RateLimit")).isEqualTo("\"route\";r=0;t=60");
        assertThat(byLink("mailed-one").status()).isEqualTo(429);
        assertThat(byLink("mailed-other").status()).isEqualTo(200);
    }

    @Test
    void aLinkThatIsNotOursCountsForItsAddress() {
        Answer first = byLink("made-up-1");
        assertThat(first.header("RateLimit-Policy")).isEqualTo("\"address\";q=5;w=3600, \"route\";q=3;w=60");
        byLink("made-up-2");
        byLink("made-up-3");
        assertThat(byLink("made-up-4").status()).isEqualTo(429);
        assertThat(byLink("mailed-mine").status()).isEqualTo(200);
    }

    @Test
    void guessingTokensCostsTheGuesserNotTheNeighbours() {
        guessUntilRefused();

        assertThat(server.get("/v1/notes/seen").send().status())
                .as("without a token")
                .isEqualTo(200);
    }

    @Test
    void aGoodTokenPassesWhateverElseItsAddressHasSent() {
        guessUntilRefused();

        assertThat(server.get("/v1/notes/seen").as("ada").send().status()).isEqualTo(200);
        assertThat(server.get("/v1/notes/seen").as("new").send().status()).isEqualTo(200);
    }

    @Test
    void aGoodTokenCostsOneCounter() {
        server.counted().clear();

        server.get("/v1/notes/seen").as("ada").send();

        assertThat(server.counted()).containsExactly("member:ada");
    }

    @Test
    void aFloodOfBadTokensAsksTheSharedCounterNoMore() {
        guessUntilRefused();
        server.counted().clear();

        Answer refused = guess();

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("RateLimit")).isEqualTo("\"bad-tokens\";r=0;t=3600");
        assertThat(refused.header("Retry-After")).isEqualTo("3600");
        assertThat(server.counted()).isEmpty();
    }

    @Test
    void aFloodOfBadTokensIsCheckedTenTimesASecondWhileKnownTokensPass() {
        server.get("/v1/notes/seen").as("known").send();
        guessUntilRefused();
        server.checkedTokens().clear();

        for (int i = 0; i < 30; i++) {
            assertThat(guess().status()).isEqualTo(429);
        }
        assertThat(server.checkedTokens()).hasSize(RateLimiting.CHECKS_A_SECOND);
        assertThat(server.get("/v1/notes/seen").as("known").send().status()).isEqualTo(200);
        assertThat(server.get("/v1/notes/seen").as("newcomer").send().status()).isEqualTo(429);

        server.clock().advance(Duration.ofSeconds(1));
        assertThat(server.get("/v1/notes/seen").as("newcomer").send().status()).isEqualTo(200);
    }

    @Test
    void whoGuessedMayGuessAgainWhenTheWindowIsOver() {
        guessUntilRefused();

        server.clock().advance(Limits.WINDOW.minusSeconds(1));
        assertThat(guess().status()).isEqualTo(429);
        server.clock().advance(Duration.ofSeconds(1));
        assertThat(guess().status()).isEqualTo(401);
    }

    @Test
    void badTokensCountOnEveryPath() {
        for (int i = 0; i < 5; i++) {
            assertThat(server.get("/ping")
                            .header("Authorization", "Bearer guess")
                            .send()
                            .status())
                    .isEqualTo(401);
        }

        assertThat(guess().status()).isEqualTo(429);
    }

    @Test
    void whatIsNotTheApiIsNotCounted() {
        Answer answer = null;
        for (int i = 0; i < 10; i++) {
            answer = server.get("/ping").send();
        }
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("RateLimit")).isNull();
    }

    private Answer byLink(String link) {
        return server.call("POST", "/v1/notes/by-link?token=" + link).send();
    }

    private void guessUntilRefused() {
        for (int i = 0; i < 5; i++) {
            assertThat(guess().status()).isEqualTo(401);
        }
        assertThat(guess().status()).isEqualTo(429);
    }

    private Answer guess() {
        return server.get("/v1/notes/seen")
                .header("Authorization", "Bearer guess")
                .send();
    }

    private static void exhaust(int requests, Server.Call call) {
        for (int i = 0; i < requests; i++) {
            assertThat(call.send().status()).isEqualTo(200);
        }
    }
}
