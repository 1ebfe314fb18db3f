package org.tctf.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tctf.identity.Role;
import org.tctf.testing.Platform;

/** What the interface answers to those who may not ask, or ask wrongly. */
class AnalyticsHttpTest {
    private static Platform platform;

    @BeforeAll
    static void start() {
        platform = Platform.start();
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"metrics?metric=posts", "funnels/sign-up", "retention", "growth", "rebuild"})
    void theNumbersAreForStaff(String path) {
        assertThat(platform.anonymous().get("/v1/analytics/" + path).status()).isEqualTo(401);
        assertThat(platform.as("ada").get("/v1/analytics/" + path).status()).isEqualTo(403);
    }

    @Test
    void aRebuildIsForAdmins() {
        assertThat(platform.as("staff", Role.STAFF)
                        .post("/v1/analytics/rebuild")
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "metrics",
                "metrics?metric=gossip",
                "metrics?metric=posts&granularity=hour",
                "metrics?metric=posts&from=yesterday",
                "metrics?metric=posts&from=2026-02-30",
                "metrics?metric=posts&from=2026-02-02&to=2026-02-01",
                "metrics?metric=posts&from=2024-01-01&to=2026-01-01",
                "metrics?metric=posts&from=-999999999-01-01",
                "growth?to=+999999999-12-31",
                "retention?from=1900-01-01"
            })
    void aWrongQuestionIsRefused(String path) {
        assertThat(platform.as("staff", Role.STAFF).get("/v1/analytics/" + path).status())
                .isEqualTo(400);
    }

    @Test
    void anUnknownFunnelIsNotFoundAndTheAnswerNamesThoseThatThereAre() {
        var answer = platform.as("staff", Role.STAFF).get("/v1/analytics/funnels/gossip");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.at("/detail")).contains("sign-up");
    }
}
