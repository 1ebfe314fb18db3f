package org.tctf.authoauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tctf.authoauth.Provider.Held;
import org.tctf.testing.Refused;

/** What an application gets, and until when; the protocol's own forms are {@link ProviderHttpTest}'s. */
abstract class ProviderBehaviour {
    private static final List<String> ALL = List.of("openid", "profile", "email", "offline_access");

    private Provider provider;
    private String ada;
    private String app;

    abstract Provider start();

    @BeforeEach
    void startProvider() {
        provider = start();
        ada = provider.member();
        app = provider.register(ada, ALL);
    }

    @AfterEach
    void stopProvider() {
        provider.close();
    }

    @Test
    void anApplicationLearnsWhatItsMemberAgreedToAndNoMore() {
        provider.called(ada, "Ada Lovelace");
        Held held = provider.redeem(app, provider.agree(ada, app, "openid profile"));
        assertThat(provider.claims(held.accessToken()).get("sub")).hasToString(ada);
        assertThat(provider.claims(held.accessToken()).get("name")).hasToString("Ada Lovelace");
        assertThat(provider.claims(held.accessToken())).doesNotContainKey("email");
        assertThat(held.idToken()).isNotNull();
        assertThat(held.refreshToken()).isNull();
    }

    @Test
    void aCodeIsGoodOnceAndItsSecondUseEndsWhatCameOfIt() {
        String code = provider.agree(ada, app, "openid");
        Held held = provider.redeem(app, code);
        assertRefused("invalid_grant", () -> provider.redeem(app, code));
        assertRefused("invalid_token", () -> provider.claims(held.accessToken()));
    }

    @Test
    void anothersCodeIsWorthNothing() {
        String other = provider.register(ada, ALL);
        String code = provider.agree(ada, app, "openid");
        assertRefused("invalid_grant", () -> provider.redeem(other, code));
    }

    @Test
    void aSpentRefreshTokenEndsItsFamily() {
        Held first = provider.redeem(app, provider.agree(ada, app, "openid offline_access"));
        Held second = provider.refresh(app, refreshToken(first));
        assertRefused("invalid_grant", () -> provider.refresh(app, refreshToken(first)));
        assertRefused("invalid_grant", () -> provider.refresh(app, refreshToken(second)));
        assertRefused("invalid_token", () -> provider.claims(second.accessToken()));
    }

    @Test
    void anApplicationGoesOnAloneForThirtyDaysAndNotLonger() {
        Held held = provider.redeem(app, provider.agree(ada, app, "openid offline_access"));
        provider.advance(Duration.ofDays(20));
        Held later = provider.refresh(app, refreshToken(held));
        provider.advance(Duration.ofDays(10));
        assertRefused("invalid_grant", () -> provider.refresh(app, refreshToken(later)));
    }

    @Test
    void withoutOfflineAccessItEndsWithItsMembersSession() {
        Held held = provider.redeem(app, provider.agree(ada, app, "openid"));
        provider.signOut(ada);
        assertRefused("invalid_token", () -> provider.claims(held.accessToken()));
        assertThat(provider.published("BROWSER_SESSION_ENDED")).isOne();
    }

    @Test
    void whatIsTakenBackIsWorthNothingAtOnce() {
        Held held = provider.redeem(app, provider.agree(ada, app, "openid offline_access"));
        provider.takeBack(ada, app);
        assertRefused("invalid_token", () -> provider.claims(held.accessToken()));
        assertRefused("invalid_grant", () -> provider.refresh(app, refreshToken(held)));
        assertThat(provider.published("CONSENT_REVOKED")).isOne();
    }

    @Test
    void whatAnApplicationMayIsNarrowedForAllThatItHoldsAtOnce() {
        provider.called(ada, "Ada Lovelace");
        Held held = provider.redeem(app, provider.agree(ada, app, "openid profile email offline_access"));
        String code = provider.agree(ada, app, "openid profile email");
        provider.narrow(ada, app, "openid profile offline_access");
        assertThat(provider.claims(held.accessToken())).containsKey("name").doesNotContainKey("email");
        assertThat(provider.introspect(app, held.accessToken())).isEqualTo("openid profile offline_access");
        Held next = provider.refresh(app, refreshToken(held));
        assertThat(provider.introspect(app, next.accessToken())).isEqualTo("openid profile offline_access");
        assertThat(provider.introspect(app, refreshToken(next))).isEqualTo("openid profile offline_access");
        assertThat(provider.claims(next.accessToken())).containsKey("name").doesNotContainKey("email");
        Held late = provider.redeem(app, code);
        assertThat(provider.introspect(app, late.accessToken())).isEqualTo("openid profile");
        assertThat(provider.claims(late.accessToken())).doesNotContainKey("email");
        assertThat(provider.published("CONSENT_NARROWED")).isOne();
    }

    @Test
    void whatWasNarrowedDoesNotWakeUpWhenTheMemberAgreesAnew() {
        Held held = provider.redeem(app, provider.agree(ada, app, "openid email offline_access"));
        provider.narrow(ada, app, "openid offline_access");
        provider.advance(Duration.ofSeconds(1));
        Held anew = provider.redeem(app, provider.agree(ada, app, "openid email"));
        assertThat(provider.claims(anew.accessToken())).containsKey("email");
        assertThat(provider.claims(held.accessToken())).doesNotContainKey("email");
        Held next = provider.refresh(app, refreshToken(held));
        assertThat(provider.claims(next.accessToken())).doesNotContainKey("email");
    }

    @Test
    void whoMayNotGoOnAloneAnyMoreEndsWithItsMembersSession() {
        Held held = provider.redeem(app, provider.agree(ada, app, "openid offline_access"));
        provider.narrow(ada, app, "openid");
        assertRefused("invalid_grant", () -> provider.refresh(app, refreshToken(held)));
        assertThat(provider.introspect(app, refreshToken(held))).isEmpty();
        assertThat(provider.claims(held.accessToken())).containsKey("sub");
        provider.signOut(ada);
        assertRefused("invalid_token", () -> provider.claims(held.accessToken()));
    }

    @Test
    void narrowingGivesNothingAndTakesNotAll() {
        provider.redeem(app, provider.agree(ada, app, "openid email"));
        assertRefused("INVALID_SCOPES", () -> provider.narrow(ada, app, "openid profile"));
        assertRefused("CONSENT_NOT_FOUND", () -> provider.narrow(ada, "no-such-application", "openid"));
        provider.narrow(ada, app, "openid email");
        provider.narrow(ada, app, "openid");
        provider.narrow(ada, app, "openid");
        assertThat(provider.published("CONSENT_NARROWED")).isOne();
    }

    @Test
    void anAdministratorWhoEndsAMembersSessionsEndsWhatGoesOnWithoutThem() {
        Held held = provider.redeem(app, provider.agree(ada, app, "openid offline_access"));
        provider.advance(Duration.ofSeconds(1));
        provider.sessionsEnded(ada);
        assertRefused("invalid_grant", () -> provider.refresh(app, refreshToken(held)));
        assertRefused("invalid_token", () -> provider.claims(held.accessToken()));
    }

    @Test
    void withEverybodysSessionsEndsWhatApplicationsHold() {
        Held with = provider.redeem(app, provider.agree(ada, app, "openid"));
        Held without = provider.redeem(app, provider.agree(ada, app, "openid offline_access"));
        provider.everybodysSessionsEnd();
        assertRefused("invalid_token", () -> provider.claims(with.accessToken()));
        assertRefused("invalid_token", () -> provider.claims(without.accessToken()));
        assertRefused("invalid_grant", () -> provider.refresh(app, refreshToken(without)));
    }

    @Test
    void anApplicationGivesBackWhatItNoLongerNeeds() {
        Held held = provider.redeem(app, provider.agree(ada, app, "openid offline_access"));
        provider.revoke(app, refreshToken(held));
        assertRefused("invalid_token", () -> provider.claims(held.accessToken()));
    }

    @Test
    void anAccessTokenIsGoodForAnHour() {
        Held held = provider.redeem(app, provider.agree(ada, app, "openid"));
        provider.advance(Duration.ofHours(1));
        assertRefused("invalid_token", () -> provider.claims(held.accessToken()));
    }

    private static String refreshToken(Held held) {
        return Objects.requireNonNull(held.refreshToken());
    }

    private static void assertRefused(String error, ThrowingCallable request) {
        assertThatThrownBy(request).isInstanceOf(Refused.class).hasMessage(error);
    }
}
