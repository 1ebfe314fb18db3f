package org.tctf.authoauth.external;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tctf.testing.Answer;
import org.tctf.testing.Platform;

/** Signing in with providers that answer wrongly, late or not at all; and with GitHub, in whose words one of them answers. */
class StubbornProviderHttpTest {
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static Platform platform;
    private static Visitors visitors;

    @BeforeAll
    static void start() {
        platform = Platform.startWithoutRateLimits();
        visitors = new Visitors(platform);
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    private static final Map<String, UnaryOperator<JWTClaimsSet.Builder>> WRONG = Map.of(
            "nonce", claims -> claims.claim("nonce", "of-another-sign-in"),
            "no nonce", claims -> claims.claim("nonce", null),
            "audience", claims -> claims.audience("another-application"),
            "issuer", claims -> claims.issuer("https://accounts.google.com"),
            "expired", claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(600))));

    @ParameterizedTest
    @ValueSource(strings = {"nonce", "no nonce", "audience", "issuer", "expired"})
    void anIdTokenThatIsWrongInOneThingProvesNothing(String what) {
        try (StubbornIssuer stubborn = new StubbornIssuer()) {
            String id = "wrong-" + what.replace(' ', '-');
            visitors.setUp(id, "OPENID_CONNECT", stubborn.issuer).expect(200);
            Answer started = visitors.start(id);
            stubborn.vouches(Visitors.request(started), "eve", WRONG.get(what));
            assertThat(visitors.end(id, started, Visitors.backAtOnce(started))
                            .expect(400)
                            .at("/code"))
                    .isEqualTo("EXTERNAL_SIGN_IN_REFUSED");

            Answer right = visitors.start(id);
            stubborn.vouches(Visitors.request(right), "eve", claims -> claims);
            assertThat(visitors.end(id, right, Visitors.backAtOnce(right))
                            .expect(200)
                            .at("/status"))
                    .isEqualTo("SIGN_UP_REQUIRED");
        }
    }

    @Test
    void anIdTokenOfAStrangersKeyProvesNothing() {
        try (StubbornIssuer stubborn = new StubbornIssuer()) {
            visitors.setUp("impersonated", "OPENID_CONNECT", stubborn.issuer).expect(200);
            Answer started = visitors.start("impersonated");
            stubborn.isImpersonated(Visitors.request(started), "eve");
            assertThat(visitors.end("impersonated", started, Visitors.backAtOnce(started))
                            .expect(400)
                            .at("/code"))
                    .isEqualTo("EXTERNAL_SIGN_IN_REFUSED");
        }
    }

    @Test
    void aProviderThatHangsCostsABoundedTimeAndIsLeftAloneThen() {
        try (StubbornIssuer stubborn = new StubbornIssuer()) {
            visitors.setUp("hanging", "OPENID_CONNECT", stubborn.issuer).expect(200);
            Answer begun = visitors.start("hanging");
            stubborn.says("/token", "hang");
            long before = System.nanoTime();
            Answer answer = visitors.end("hanging", begun, Visitors.backAtOnce(begun));
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(LONGEST);
            assertThat(answer.expect(503).at("/code")).isEqualTo("PROVIDER_UNAVAILABLE");
            assertThat(answer.at("/detail")).contains("Acme").contains("another way");
            assertThat(answer.header("Retry-After")).isPresent();

            stubborn.says("/token", "500");
            for (int i = 0; i < 2; i++) {
                Answer more = visitors.start("hanging");
                visitors.end("hanging", more, Visitors.backAtOnce(more)).expect(503);
            }
            Answer last = visitors.start("hanging");
            int asked = stubborn.asked();
            visitors.end("hanging", last, Visitors.backAtOnce(last)).expect(503);
            assertThat(stubborn.asked()).isEqualTo(asked);

            platform.advance(Duration.ofSeconds(11));
            Answer again = visitors.start("hanging");
            stubborn.vouches(Visitors.request(again), "eve", claims -> claims);
            visitors.end("hanging", again, Visitors.backAtOnce(again)).expect(200);
        }
    }

    @Test
    void aCodeIsOfferedToTheProviderOnce() {
        try (StubbornIssuer stubborn = new StubbornIssuer()) {
            visitors.setUp("failing", "OPENID_CONNECT", stubborn.issuer).expect(200);
            Answer started = visitors.start("failing");
            stubborn.says("/token", "503");
            int asked = stubborn.asked();
            visitors.end("failing", started, Visitors.backAtOnce(started)).expect(503);
            assertThat(stubborn.asked()).isEqualTo(asked + 1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "400",
                "{\"error\":\"invalid_grant\"}",
                "{\"access_token\":\"at\",\"token_type\":\"Bearer\"}",
                "no json at all"
            })
    void aTokenEndpointThatGivesNoTokenSignsNobodyIn(String said) {
        try (StubbornIssuer stubborn = new StubbornIssuer()) {
            String id = "no-token-" + said.length();
            visitors.setUp(id, "OPENID_CONNECT", stubborn.issuer).expect(200);
            Answer started = visitors.start(id);
            stubborn.says("/token", said);
            assertThat(visitors.end(id, started, Visitors.backAtOnce(started))
                            .expect(400)
                            .at("/code"))
                    .isEqualTo("EXTERNAL_SIGN_IN_REFUSED");
        }
    }

    @Test
    void aDiscoveryDocumentIsReadWithinBoundsAndFromItsIssuerOnly() {
        try (StubbornIssuer stubborn = new StubbornIssuer();
                StubbornIssuer other = new StubbornIssuer()) {
            String path = "/.well-known/openid-configuration";
            List<String> wrong = List.of(
                    "redirect " + other.issuer + path,
                    "{\"issuer\":\"%s\"}".formatted(" ".repeat(300_000)),
                    "{\"issuer\":\"%1$s\",\"authorization_endpoint\":\"%1$s/a\",\"token_endpoint\":\"%1$s/t\",\"jwks_uri\":\"%1$s/j\",\"subject_types_supported\":[\"public\"],\"response_types_supported\":[\"code\"],\"id_token_signing_alg_values_supported\":[\"RS256\"]}"
                            .formatted(other.issuer),
                    "{");
            for (int i = 0; i < wrong.size(); i++) {
                stubborn.says(path, wrong.get(i));
                visitors.setUp("discovery-" + i, "OPENID_CONNECT", stubborn.issuer)
                        .expect(200);
                Answer answer = platform.anonymous()
                        .post("/v1/auth/oauth/discovery-%d/start".formatted(i), Map.of("redirectUri", Visitors.PAGE));
                assertThat(answer.expect(503).at("/code")).isEqualTo("PROVIDER_UNAVAILABLE");
            }
            assertThat(other.asked()).isZero();
        }
    }

    @Test
    void gitHubVouchesForTheNumberOfAnAccountAndItsVerifiedPrimaryAddress() {
        try (StubbornIssuer gitHub = new StubbornIssuer()) {
            visitors.setUp("our-github", "GITHUB", gitHub.issuer).expect(200);
            gitHub.says(
                    "/login/oauth/access_token",
                    "{\"access_token\":\"gho_16C7e42F292c6912E7710c838347Ae178B4a\",\"scope\":\"read:user,user:email\",\"token_type\":\"bearer\"}");
            gitHub.says("/api/v3/user", "{\"login\":\"ada\",\"id\":583231,\"name\":\"Ada King Lovelace\"}");
            gitHub.says(
                    "/api/v3/user/emails",
                    "[{\"email\":\"old@example.org\",\"verified\":true,\"primary\":false,\"visibility\":null},{\"email\":\"ada.l@example.org\",\"verified\":true,\"primary\":true,\"visibility\":\"private\"}]");
            Answer started = visitors.start("our-github");
            assertThat(started.at("/authorizationUrl"))
                    .startsWith(gitHub.issuer + "/login/oauth/authorize?")
                    .contains("code_challenge_method=S256")
                    .contains("user%3Aemail");
            Answer first = visitors.end("our-github", started, Visitors.backAtOnce(started))
                    .expect(200);
            assertThat(first.at("/status")).isEqualTo("SIGN_UP_REQUIRED");
            assertThat(first.at("/firstName")).isEqualTo("Ada");
            assertThat(first.at("/lastName")).isEqualTo("King Lovelace");
            String userId = visitors.signUp(first.at("/ticket"));

            // Renamed, and with another address: the number is who they are.
            gitHub.says("/api/v3/user", "{\"login\":\"lovelace\",\"id\":583231,\"name\":null}");
            gitHub.says("/api/v3/user/emails", "[]");
            Answer again = visitors.start("our-github");
            assertThat(visitors.end("our-github", again, Visitors.backAtOnce(again))
                            .expect(200)
                            .at("/userId"))
                    .isEqualTo(userId);
        }
    }

    @Test
    void gitHubsRefusalsAndUnverifiedAddressesOpenNothing() {
        try (StubbornIssuer gitHub = new StubbornIssuer()) {
            visitors.setUp("their-github", "GITHUB", gitHub.issuer).expect(200);
            gitHub.says(
                    "/login/oauth/access_token",
                    "{\"error\":\"bad_verification_code\",\"error_description\":\"The code passed is incorrect or expired.\"}");
            Answer spent = visitors.start("their-github");
            assertThat(visitors.end("their-github", spent, Visitors.backAtOnce(spent))
                            .expect(400)
                            .at("/code"))
                    .isEqualTo("EXTERNAL_SIGN_IN_REFUSED");
            gitHub.says(
                    "/login/oauth/access_token",
                    "{\"access_token\":\"gho_1\",\"scope\":\"user:email\",\"token_type\":\"bearer\"}");
            gitHub.says("/api/v3/user", "{\"login\":\"eve\",\"id\":7,\"name\":\"Eve\"}");
            gitHub.says(
                    "/api/v3/user/emails", "[{\"email\":\"victim@example.org\",\"verified\":false,\"primary\":true}]");
            Answer unverified = visitors.start("their-github");
            assertThat(visitors.end("their-github", unverified, Visitors.backAtOnce(unverified))
                            .expect(422)
                            .at("/code"))
                    .isEqualTo("EMAIL_NOT_VERIFIED");
        }
    }

    @Test
    void onlyAnAdministratorSaysWhoMembersSignInWith() {
        URI issuer = URI.create("https://id.example");
        Map<String, Object> settings = Visitors.settings("OPENID_CONNECT", issuer);
        Answer refused = platform.as("a-member").put("/v1/auth/oauth/providers/mine", settings);
        assertThat(refused.expect(403).at("/code")).isEqualTo("ADMIN_ONLY");
        Answer answer = visitors.setUp("theirs", "OPENID_CONNECT", issuer).expect(200);
        assertThat(answer.body()).doesNotContain(CertifiedIssuer.CLIENT_SECRET);
        Answer offered = platform.anonymous().get("/v1/auth/oauth/providers").expect(200);
        assertThat(offered.body())
                .contains("\"theirs\"")
                .doesNotContain("\"mine\"")
                .doesNotContain(CertifiedIssuer.CLIENT_ID);
        assertThat(platform.published("SIGN_IN_PROVIDER_CONFIGURED"))
                .anySatisfy(fact -> assertThat(fact.subject()).isEqualTo("theirs"))
                .noneMatch(fact -> fact.data().contains(CertifiedIssuer.CLIENT_SECRET));

        platform.as("a-member").delete("/v1/auth/oauth/providers/theirs").expect(403);
        visitors.admin().delete("/v1/auth/oauth/providers/theirs").expect(204);
        visitors.admin().delete("/v1/auth/oauth/providers/theirs").expect(404);
        Answer gone = platform.anonymous().post("/v1/auth/oauth/theirs/start", Map.of("redirectUri", Visitors.PAGE));
        assertThat(gone.expect(404).at("/code")).isEqualTo("UNKNOWN_PROVIDER");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://id.example",
                "http://169.254.169.254",
                "https://user@id.example",
                "https://id.example?tenant=1",
                "file:///etc/passwd",
                "nonsense"
            })
    void anIssuerIsCalledByTlsOnly(String issuer) {
        Map<String, Object> settings =
                new HashMap<>(Visitors.settings("OPENID_CONNECT", URI.create("https://x.example")));
        settings.put("issuer", issuer);
        assertThat(visitors.admin()
                        .put("/v1/auth/oauth/providers/insecure", settings)
                        .expect(400)
                        .at("/code"))
                .isEqualTo("INVALID_PROVIDER");
    }

    @Test
    void whatIsSetUpMustMakeSense() {
        URI elsewhere = URI.create("https://google.evil.example");
        assertThat(visitors.setUp("google", "GOOGLE", elsewhere).expect(400).at("/code"))
                .isEqualTo("INVALID_PROVIDER");
        assertThat(visitors.setUp("UPPER", "OPENID_CONNECT", elsewhere)
                        .expect(400)
                        .at("/code"))
                .isEqualTo("INVALID_PROVIDER");
        Map<String, Object> changed = new HashMap<>(Visitors.settings("OPENID_CONNECT", elsewhere));
        changed.remove("clientSecret");
        assertThat(visitors.admin()
                        .put("/v1/auth/oauth/providers/moved", changed)
                        .expect(400)
                        .at("/code"))
                .isEqualTo("INVALID_PROVIDER");
        visitors.setUp("moved", "OPENID_CONNECT", URI.create("https://id.example"))
                .expect(200);
        assertThat(visitors.admin()
                        .put("/v1/auth/oauth/providers/moved", changed)
                        .expect(400)
                        .at("/detail"))
                .contains("secret");
        changed.put("issuer", "https://id.example");
        visitors.admin().put("/v1/auth/oauth/providers/moved", changed).expect(200);
    }

    @Test
    void aBrowserIsSentBackToAllowedPagesOnly() {
        try (StubbornIssuer stubborn = new StubbornIssuer()) {
            visitors.setUp("strict", "OPENID_CONNECT", stubborn.issuer).expect(200);
            for (String page : List.of("https://evil.example/back", Visitors.PAGE + "/more", "javascript:alert(1)")) {
                Answer answer = platform.anonymous().post("/v1/auth/oauth/strict/start", Map.of("redirectUri", page));
                assertThat(answer.expect(400).at("/code")).isEqualTo("REDIRECT_URI_NOT_ALLOWED");
            }
        }
    }
}
