package org.tctf.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tctf.testing.Platform;

/** What the interface answers to those who use it wrongly. */
class ActivityHttpTest {
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
    @ValueSource(
            strings = {
                "/v1/notifications?limit=0",
                "/v1/notifications?limit=101",
                "/v1/notifications?limit=many",
                "/v1/notifications?filter=read",
                "/v1/notifications?cursor=nonsense",
                "/v1/activity?from=yesterday",
                "/v1/activity?to=2026-02-30",
                "/v1/activity?limit=-1",
                "/v1/activity?cursor=nonsense"
            })
    void aWrongQuestionIsRefused(String path) {
        assertThat(platform.as("ada").get(path).status()).isEqualTo(400);
    }

    @Test
    void whoIsNotSignedInGetsNothing() {
        Stream.of("/v1/notifications", "/v1/activity")
                .forEach(path ->
                        assertThat(platform.anonymous().get(path).status()).isEqualTo(401));
    }

    @Test
    void aListOfIdsHasAtMostAHundred() {
        List<String> many = Stream.generate(() -> "id").limit(101).toList();

        assertThat(platform.as("ada")
                        .post("/v1/notifications/read", Map.of("ids", many))
                        .status())
                .isEqualTo(400);
        assertThat(platform.as("ada")
                        .post("/v1/notifications/read", Map.of("all", true))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void anUnknownNotificationIsNotFoundHoweverLongItsId() {
        Stream.of("x", "x".repeat(2000))
                .forEach(id -> assertThat(platform.as("ada")
                                .post("/v1/notifications/" + id + "/read")
                                .status())
                        .isIn(400, 404));
    }
}
