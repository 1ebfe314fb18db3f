package org.tctf.messagingconsumers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tctf.messagingconsumers.application.Links;
import org.tctf.messagingconsumers.domain.link.Link;
import org.tctf.testing.Answer;
import org.tctf.testing.TestPlatform;

/** A mail provider sends the one-click unsubscriptions of all its readers from one address (RFC 8058). */
class OneClickLimitTest {
    private static final int OF_AN_ADDRESS = 1000;
    private static final int OF_A_LINK = 60;

    private static TestPlatform platform;

    @BeforeAll
    static void start() {
        platform = TestPlatform.start();
        for (int i = 0; i < OF_AN_ADDRESS; i++) {
            platform.anonymous().get("/v1/subscriber-lists");
        }
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void aProvidersAddressMayUnsubscribeAsManyReadersAsItHas() {
        assertThat(platform.anonymous().get("/v1/subscriber-lists").status()).isEqualTo(429);
        for (int reader = 0; reader < 100; reader++) {
            assertThat(oneClick(way(reader)).status()).isEqualTo(200);
        }
    }

    @Test
    void oneReadersLinkHasALimitOfItsOwn() {
        String one = way(1000);
        for (int time = 0; time < OF_A_LINK; time++) {
            assertThat(oneClick(one).status()).isEqualTo(200);
        }
        // Unused bits of the last character, and the padding, make another text of the same link.
        assertThat(oneClick(one + "==").status()).isEqualTo(429);
        assertThat(oneClick(one).status()).isEqualTo(429);
        assertThat(oneClick(way(1001)).status()).isEqualTo(200);
    }

    @Test
    void madeUpLinksCountForTheirAddress() {
        assertThat(oneClick("bGVhdmU.AAAAAAAAAAAAAAAAAAAAAA").status()).isEqualTo(429);
    }

    private static String way(int reader) {
        String subscriberId = "%025d".formatted(reader);
        return platform.bean(Links.class).seal(new Link.Leave(subscriberId, Set.of("list"), "campaign"));
    }

    private static Answer oneClick(String token) {
        return platform.anonymous()
                .header("Content-Type", "application/x-www-form-urlencoded")
                .post("/v1/subscriptions/unsubscribe?token=" + token, "List-Unsubscribe=One-Click");
    }
}
