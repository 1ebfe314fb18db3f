package org.tctf.authoauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tctf.authoauth.World.CALLBACK;
import static org.tctf.authoauth.World.encoded;
import static org.tctf.authoauth.World.form;
import static org.tctf.authoauth.World.location;
import static org.tctf.authoauth.World.parameters;
import static org.tctf.authoauth.World.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tctf.testing.Answer;
import org.tctf.testing.Platform;

/** The platform as an OpenID provider, as applications and browsers meet it. */
class ProviderHttpTest {
    private static Platform platform;
    private static World world;

    @BeforeAll
    static void start() {
        platform = Platform.startWithoutRateLimits();
        world = new World(platform);
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void anApplicationGetsWhatItsMemberAgreedTo() throws Exception {
        Member ada = world.member();
        platform.fact(
                "USER_CREATED",
                1,
                ada.userId(),
                Map.of(
                        "userId", ada.userId(),
                        "firstName", "Ada",
                        "lastName", "Lovelace",
                        "membershipName", "ada_l",
                        "language", "en"));
        platform.settle();
        Application app = world.application(ada);

        Map<String, String> answer = world.agree(ada, request(app, "openid profile email"));
        assertThat(answer).containsEntry("state", "a state/with=signs&more");
        assertThat(answer).containsEntry("iss", "http://127.0.0.1:8080");
        Answer tokens = world.redeem(app, answer.get("code")).expect(200);
        assertThat(tokens.header("Cache-Control")).contains("no-store");
        assertThat(tokens.at("/token_type")).isEqualTo("Bearer");
        assertThat(tokens.json().has("refresh_token")).isFalse();

        SignedJWT idToken = SignedJWT.parse(tokens.at("/id_token"));
        assertThat(isSignedByUs(idToken)).isTrue();
        assertThat(idToken.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
        assertThat(idToken.getJWTClaimsSet().getIssuer()).isEqualTo("http://127.0.0.1:8080");
        assertThat(idToken.getJWTClaimsSet().getSubject()).isEqualTo(ada.userId());
        assertThat(idToken.getJWTClaimsSet().getAudience()).containsExactly(app.id());
        assertThat(idToken.getJWTClaimsSet().getStringClaim("nonce")).isEqualTo("n-0S6");
        assertThat(idToken.getJWTClaimsSet().getLongClaim("auth_time"))
                .isEqualTo(platform.clock().instant().getEpochSecond());
        assertThat(idToken.getJWTClaimsSet().getStringClaim("acr")).isEqualTo("1");

        JsonNode claims = world.userInfo(tokens.at("/access_token")).expect(200).json();
        assertThat(claims.path("sub").asText()).isEqualTo(ada.userId());
        assertThat(claims.path("name").asText()).isEqualTo("Ada Lovelace");
        assertThat(claims.path("preferred_username").asText()).isEqualTo("ada_l");
        assertThat(claims.path("email").asText()).isEqualTo(ada.email());
        assertThat(claims.path("email_verified").asBoolean()).isTrue();
    }

    @Test
    void whoHasAgreedOnceIsNotAskedAgainUntilItIsMore() {
        Member ada = world.member();
        Application app = world.application(ada);
        world.code(ada, app, "openid");
        assertThat(World.isPages(world.authorize(world.browser(ada), request(app, "openid"))))
                .isFalse();
        assertThat(World.isPages(world.authorize(world.browser(ada), request(app, "openid email"))))
                .isTrue();
    }

    @Test
    void anApplicationAsksForNoMoreThanItIsRegisteredFor() {
        Member ada = world.member();
        Map<String, Object> form = form("CLIENT_SECRET_BASIC");
        form.put("scopes", List.of("openid", "offline_access"));
        Application app = world.register(ada, form);
        assertThat(world.agree(ada, request(app, "openid profile"))).containsEntry("error", "invalid_scope");
        Map<String, String> single = request(app, "openid");
        single.put("claims", "{\"userinfo\": {\"email\": null}}");
        assertThat(world.agree(ada, single)).containsEntry("error", "invalid_scope");
        Answer tokens = world.tokens(ada, app, "openid offline_access");
        form.put("scopes", List.of("openid"));
        world.as(ada).put("/v1/oauth/clients/" + app.id(), form).expect(200);
        assertThat(world.refresh(app, tokens.at("/refresh_token")).expect(400).at("/error"))
                .isEqualTo("invalid_grant");
        form.put("scopes", List.of());
        world.as(ada).post("/v1/oauth/clients", form).expect(400);
        form.put("scopes", List.of("everything"));
        assertThat(world.as(ada).post("/v1/oauth/clients", form).expect(400).at("/code"))
                .isEqualTo("INVALID_CLIENT");
    }

    @Test
    void whoDoesNotAgreeSendsTheApplicationAway() {
        Member ada = world.member();
        Application app = world.application(ada);
        var browser = world.browser(ada);
        Answer page = browser.get(location(world.authorize(browser, request(app, "openid"))));
        Answer answer = browser.header("Content-Type", "application/x-www-form-urlencoded")
                .post("/oauth/consent", encoded(Map.of("request", World.handle(page), "decision", "deny")));
        assertThat(parameters(location(answer)))
                .containsEntry("error", "access_denied")
                .containsEntry("iss", "http://127.0.0.1:8080");
    }

    @Test
    void aPageOfAnotherOriginCannotAgreeInAMembersPlace() {
        Member ada = world.member();
        Application app = world.application(ada);
        var browser = world.browser(ada);
        Answer page = browser.get(location(world.authorize(browser, request(app, "openid"))));
        browser.header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", "https://evil.example")
                .post("/oauth/consent", encoded(Map.of("request", World.handle(page), "decision", "allow")))
                .expect(403);
    }

    @Test
    void aCodeIsGoodOnceAndWhoeverBringsItAgainEndsWhatCameOfIt() {
        Member ada = world.member();
        Application app = world.application(ada);
        String code = world.code(ada, app, "openid");
        String accessToken = world.redeem(app, code).expect(200).at("/access_token");
        world.userInfo(accessToken).expect(200);
        assertThat(world.redeem(app, code).expect(400).at("/error")).isEqualTo("invalid_grant");
        world.userInfo(accessToken).expect(401);
    }

    @Test
    void ofManyWhoBringACodeAtOnceOneAtMostGetsTokens() throws Exception {
        Member ada = world.member();
        Application app = world.application(ada);
        String code = world.code(ada, app, "openid");
        List<Answer> answers = atOnce(8, () -> world.redeem(app, code));
        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSizeLessThanOrEqualTo(1);
        assertThat(answers.stream().filter(answer -> answer.status() != 200).map(answer -> answer.at("/error")))
                .containsOnly("invalid_grant");
    }

    @Test
    void aCodeIsGoodForAMinute() {
        Member ada = world.member();
        Application app = world.application(ada);
        String code = world.code(ada, app, "openid");
        platform.advance(Duration.ofSeconds(61));
        assertThat(world.redeem(app, code).expect(400).at("/error")).isEqualTo("invalid_grant");
    }

    @Test
    void aCodeIsForItsApplicationItsRedirectUriAndItsVerifier() {
        Member ada = world.member();
        Application app = world.application(ada);
        Application other = world.application(ada);
        String code = world.code(ada, app, "openid");
        assertThat(world.redeem(other, code).expect(400).at("/error")).isEqualTo("invalid_grant");
        assertThat(world.redeem(app, code, World.VERIFIER + "x").expect(400).at("/error"))
                .isEqualTo("invalid_grant");
        Application elsewhere = new Application(app.id(), app.secret(), CALLBACK + "2");
        assertThat(world.redeem(elsewhere, code).expect(400).at("/error")).isEqualTo("invalid_grant");
        world.redeem(app, code).expect(200);
    }

    @Test
    void aRefreshTokenIsGoodOnceAndASpentOneEndsTheFamily() {
        Member ada = world.member();
        Application app = world.application(ada);
        Answer first = world.tokens(ada, app, "openid offline_access");
        Answer second = world.refresh(app, first.at("/refresh_token")).expect(200);
        world.userInfo(second.at("/access_token")).expect(200);
        assertThat(second.json().has("id_token")).isTrue();
        assertThat(world.refresh(app, first.at("/refresh_token")).expect(400).at("/error"))
                .isEqualTo("invalid_grant");
        world.refresh(app, second.at("/refresh_token")).expect(400);
        world.userInfo(second.at("/access_token")).expect(401);
    }

    @Test
    void ofManyWhoRefreshAtOnceOneAtMostGetsTokens() throws Exception {
        Member ada = world.member();
        Application app = world.application(ada);
        String refreshToken = world.tokens(ada, app, "openid offline_access").at("/refresh_token");
        List<Answer> answers = atOnce(8, () -> world.refresh(app, refreshToken));
        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void aRefreshTokenEndsWithItsGrantHoweverOftenItIsUsed() {
        Member ada = world.member();
        Application app = world.application(ada);
        Answer tokens = world.tokens(ada, app, "openid offline_access");
        for (int i = 0; i < 2; i++) {
            platform.advance(Duration.ofDays(14));
            tokens = world.refresh(app, tokens.at("/refresh_token")).expect(200);
        }
        platform.advance(Duration.ofDays(2));
        assertThat(world.refresh(app, tokens.at("/refresh_token")).expect(400).at("/error"))
                .isEqualTo("invalid_grant");
    }

    @Test
    void onlyCodesAreAnswered() {
        Member ada = world.member();
        Application app = world.application(ada);
        world.code(ada, app, "openid");
        for (String other : List.of("token", "id_token", "id_token token", "code token", "code id_token")) {
            Map<String, String> request = request(app, "openid");
            request.put("response_type", other);
            String answer = location(world.authorize(world.browser(ada), request));
            assertThat(answer).as(other).doesNotContain("#");
            assertThat(parameters(answer))
                    .as(other)
                    .containsKey("error")
                    .doesNotContainKeys("code", "access_token", "id_token");
        }
    }

    @Test
    void onlyCodesAndRefreshTokensAreExchanged() {
        Member ada = world.member();
        Application app = world.application(ada);
        for (Map<String, String> grant : List.of(
                Map.of("grant_type", "password", "username", ada.email(), "password", "correct horse battery staple"),
                Map.of("grant_type", "client_credentials"))) {
            assertThat(world.app(app)
                            .post("/oauth/token", encoded(grant))
                            .expect(400)
                            .at("/error"))
                    .isEqualTo("unsupported_grant_type");
        }
    }

    @Test
    void withoutOfflineAccessAnApplicationsAccessEndsWithItsMembersSession() {
        Member ada = world.member();
        Application app = world.application(ada);
        String without = world.tokens(ada, app, "openid").at("/access_token");
        String with = world.tokens(ada, app, "openid offline_access").at("/access_token");
        platform.identity().sessions().end(ada.userId(), ada.sessionId());
        world.userInfo(without).expect(401);
        world.userInfo(with).expect(200);
    }

    @Test
    void nothingIsGoodAnyMoreForAMemberWhoMayNotSignInAtTheVeryNextRequest() {
        Member ada = world.member();
        Application app = world.application(ada);
        Answer tokens = world.tokens(ada, app, "openid offline_access");
        platform.identity().accounts().disable(ada.userId());
        world.userInfo(tokens.at("/access_token")).expect(401);
        world.refresh(app, tokens.at("/refresh_token")).expect(400);
        assertThat(World.isPages(world.authorize(world.browser(ada), request(app, "openid"))))
                .isTrue();
    }

    @Test
    void aReplacedPasswordEndsWhatApplicationsHold() {
        Member ada = world.member();
        Application app = world.application(ada);
        Answer tokens = world.tokens(ada, app, "openid offline_access");
        platform.advance(Duration.ofSeconds(1));
        platform.fact("PASSWORD_CHANGED", 1, ada.userId(), Map.of("userId", ada.userId()));
        platform.settle();
        world.userInfo(tokens.at("/access_token")).expect(401);
        world.refresh(app, tokens.at("/refresh_token")).expect(400);
    }

    @Test
    void whoLeavesIsForgottenWithTheirApplications() {
        Member ada = world.member();
        Application app = world.application(ada);
        Answer tokens = world.tokens(ada, app, "openid offline_access");
        platform.fact("ACCOUNT_DELETED", 1, ada.userId(), Map.of("userId", ada.userId()));
        platform.settle();
        world.userInfo(tokens.at("/access_token")).expect(401);
        world.as(ada).get("/v1/oauth/clients/" + app.id()).expect(404);
        assertThat(world.as(ada).get("/v1/oauth/consents").expect(200).json().path("items"))
                .isEmpty();
    }

    @Test
    void aMemberSeesWhatTheyLetWhomDoAndTakesItBack() {
        Member ada = world.member();
        Application app = world.application(ada);
        Answer tokens = world.tokens(ada, app, "openid email offline_access");
        JsonNode consent =
                world.as(ada).get("/v1/oauth/consents").expect(200).json().at("/items/0");
        assertThat(consent.path("clientName").asText()).isEqualTo("Weather");
        assertThat(consent.path("scopes")).hasSize(3);
        world.as(ada).delete("/v1/oauth/consents/" + app.id()).expect(204);
        world.userInfo(tokens.at("/access_token")).expect(401);
        world.refresh(app, tokens.at("/refresh_token")).expect(400);
        assertThat(world.as(ada)
                        .delete("/v1/oauth/consents/" + app.id())
                        .expect(404)
                        .at("/code"))
                .isEqualTo("CONSENT_NOT_FOUND");
        assertThat(platform.settled("CONSENT_GRANTED"))
                .filteredOn(fact -> fact.subject().equals(ada.userId()))
                .hasSize(1);
        assertThat(platform.settled("CONSENT_REVOKED"))
                .filteredOn(fact -> fact.subject().equals(ada.userId()))
                .hasSize(1);
    }

    @Test
    void aMemberGetsACopyOfTheirApplicationsAndOfWhatTheyLetOthersDoButNoSecret() {
        Member ada = world.member();
        Application app = world.application(ada);
        world.tokens(ada, app, "openid profile");
        JsonNode kept = platform.exported("auth-oauth", ada.userId());
        assertThat(kept.at("/applications/0/clientId").asText()).isEqualTo(app.id());
        assertThat(kept.at("/consents/0/clientId").asText()).isEqualTo(app.id());
        assertThat(kept.at("/access/0/scopes")).hasSize(2);
        assertThat(kept.toString()).doesNotContain(app.secret());
        assertThat(platform.exported("auth-oauth", world.member().userId()).path("applications"))
                .isEmpty();
    }

    @Test
    void anAnswerGoesToARegisteredAddressAndNowhereElse() {
        Member ada = world.member();
        Application app = world.application(ada);
        for (String wrong : List.of(CALLBACK + "/", CALLBACK + "?a=b", "https://evil.example/callback", "")) {
            Map<String, String> request = request(app, "openid");
            request.put("redirect_uri", wrong);
            Answer answer = world.authorize(world.browser(ada), request);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.header("Location")).isEmpty();
            assertThat(answer.header("Content-Type").orElseThrow()).startsWith("text/html");
        }
        Map<String, String> unknown = request(new Application("nobody", "", CALLBACK), "openid");
        world.authorize(world.browser(ada), unknown).expect(400);
    }

    @Test
    void withoutPkceOrWithPlainNothingIsGiven() {
        Member ada = world.member();
        Application app = world.application(ada);
        Map<String, String> without = request(app, "openid");
        without.remove("code_challenge");
        without.remove("code_challenge_method");
        assertThat(parameters(location(world.authorize(world.browser(ada), without))))
                .containsEntry("error", "invalid_request");
        Map<String, String> plain = request(app, "openid");
        plain.put("code_challenge_method", "plain");
        assertThat(parameters(location(world.authorize(world.browser(ada), plain))))
                .containsEntry("error", "invalid_request");
    }

    @Test
    void aVerifierForACodeWithoutAChallengeIsRefused() {
        Member ada = world.member();
        Map<String, Object> form = form("CLIENT_SECRET_BASIC");
        form.put("pkceOptional", true);
        Application app = world.register(ada, form);
        Map<String, String> request = request(app, "openid");
        request.remove("code_challenge");
        request.remove("code_challenge_method");
        String code = world.agree(ada, request).get("code");
        world.redeem(app, code).expect(400);
    }

    @Test
    void aPublicApplicationNeedsNoSecretButPkce() {
        Member ada = world.member();
        Map<String, Object> form = form("NONE");
        form.put("redirectUris", List.of("http://127.0.0.1/callback"));
        Application app = world.register(ada, form);
        assertThat(app.secret()).isEmpty();
        Map<String, String> request = request(app, "openid");
        request.put("redirect_uri", "http://127.0.0.1:51004/callback");
        String code = world.agree(ada, request).get("code");
        world.form()
                .post(
                        "/oauth/token",
                        encoded(Map.of(
                                "grant_type",
                                "authorization_code",
                                "client_id",
                                app.id(),
                                "code",
                                code,
                                "redirect_uri",
                                "http://127.0.0.1:51004/callback",
                                "code_verifier",
                                World.VERIFIER)))
                .expect(200);
        // Anybody on the device could listen there, so its members are asked each time.
        assertThat(World.isPages(world.authorize(world.browser(ada), request))).isTrue();
    }

    @Test
    void anApplicationProvesItselfInItsOwnWayOnly() {
        Member ada = world.member();
        Application app = world.application(ada);
        String code = world.code(ada, app, "openid");
        Map<String, String> byPost = new LinkedHashMap<>(Map.of(
                "grant_type",
                "authorization_code",
                "client_id",
                app.id(),
                "client_secret",
                app.secret(),
                "code",
                code,
                "code_verifier",
                World.VERIFIER));
        assertThat(world.form()
                        .post("/oauth/token", encoded(byPost))
                        .expect(401)
                        .at("/error"))
                .isEqualTo("invalid_client");
        Application wrong = new Application(app.id(), app.secret() + "x", app.redirectUri());
        Answer refused = world.redeem(wrong, code).expect(401);
        assertThat(refused.at("/error")).isEqualTo("invalid_client");
        Application nobody = new Application("nobody", "x", app.redirectUri());
        assertThat(world.redeem(nobody, code).expect(401).body()).isEqualTo(refused.body());
        byPost.remove("client_secret");
        world.form().post("/oauth/token", encoded(byPost)).expect(401);
        world.redeem(app, code).expect(200);
    }

    @Test
    void anApplicationThatSignsItsProofsUsesEachOnce() throws Exception {
        Member ada = world.member();
        ECKey key = new ECKeyGenerator(Curve.P_256).keyID("k1").generate();
        Map<String, Object> form = form("PRIVATE_KEY_JWT");
        form.put("jwks", new JWKSet(key).toString(false));
        form.put("idTokenAlgorithm", "ES256");
        Application app = world.register(ada, form);
        assertThat(world.as(ada).get("/v1/oauth/clients/" + app.id()).body())
                .as("what is private is not kept")
                .doesNotContain("\\\"d\\\"");
        String code = world.code(ada, app, "openid");

        Duration life = Duration.ofMinutes(4);
        String issuer = "http://127.0.0.1:8080";
        assertThat(proven(app, code, proof(app, key, "https://elsewhere.example", "p1", life))
                        .status())
                .isEqualTo(401);
        assertThat(proven(app, code, proof(app, key, issuer, "p2", Duration.ofMinutes(-2)))
                        .status())
                .isEqualTo(401);
        assertThat(proven(app, code, proof(app, key, issuer, "p3", Duration.ofHours(1)))
                        .status())
                .isEqualTo(401);
        ECKey other = new ECKeyGenerator(Curve.P_256).keyID("k1").generate();
        assertThat(proven(app, code, proof(app, other, issuer, "p4", life)).status())
                .isEqualTo(401);
        String good = proof(app, key, issuer, "p5", life);
        Answer tokens = proven(app, code, good).expect(200);
        SignedJWT idToken = SignedJWT.parse(tokens.at("/id_token"));
        assertThat(idToken.getHeader().getAlgorithm().getName()).isEqualTo("ES256");
        assertThat(isSignedByUs(idToken)).isTrue();
        assertThat(proven(app, code, good).expect(401).at("/error")).isEqualTo("invalid_client");
    }

    private static String proof(Application app, ECKey key, String audience, String id, Duration life)
            throws Exception {
        SignedJWT proof = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(),
                new JWTClaimsSet.Builder()
                        .issuer(app.id())
                        .subject(app.id())
                        .audience(audience)
                        .jwtID(id)
                        .expirationTime(Date.from(platform.clock().instant().plus(life)))
                        .build());
        proof.sign(new ECDSASigner(key));
        return proof.serialize();
    }

    private static Answer proven(Application app, String code, String proof) {
        return world.form()
                .post(
                        "/oauth/token",
                        encoded(Map.of(
                                "grant_type",
                                "authorization_code",
                                "code",
                                code,
                                "redirect_uri",
                                app.redirectUri(),
                                "code_verifier",
                                World.VERIFIER,
                                "client_assertion_type",
                                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                                "client_assertion",
                                proof)));
    }

    @Test
    void aReplacedSecretIsGoodForADayMore() {
        Member ada = world.member();
        Application old = world.application(ada);
        Answer answer =
                world.as(ada).post("/v1/oauth/clients/" + old.id() + "/secret").expect(200);
        Application fresh = new Application(old.id(), answer.at("/clientSecret"), old.redirectUri());
        world.redeem(old, world.code(ada, old, "openid")).expect(200);
        world.redeem(fresh, world.code(ada, old, "openid")).expect(200);
        assertThat(world.as(ada).get("/v1/oauth/clients/" + old.id()).body()).doesNotContain(fresh.secret());
        platform.advance(Duration.ofHours(25));
        world.redeem(old, "any").expect(401);
        world.redeem(fresh, "any").expect(400);
    }

    @Test
    void anApplicationBelongsToItsOwner() {
        Member ada = world.member();
        Member eve = world.member();
        Application app = world.application(ada);
        world.as(eve).get("/v1/oauth/clients/" + app.id()).expect(404);
        world.as(eve)
                .put("/v1/oauth/clients/" + app.id(), form("CLIENT_SECRET_BASIC"))
                .expect(404);
        world.as(eve).delete("/v1/oauth/clients/" + app.id()).expect(404);
        Map<String, Object> changed = form("CLIENT_SECRET_BASIC");
        changed.put("name", "Rain");
        assertThat(world.as(ada)
                        .put("/v1/oauth/clients/" + app.id(), changed)
                        .expect(200)
                        .at("/name"))
                .isEqualTo("Rain");
        String accessToken = world.tokens(ada, app, "openid").at("/access_token");
        world.as(ada).delete("/v1/oauth/clients/" + app.id()).expect(204);
        world.userInfo(accessToken).expect(401);
    }

    @Test
    void anAddressThatIsNotSafeIsNotRegistered() {
        Member ada = world.member();
        for (String uri : List.of(
                "http://app.example/",
                "https://app.example/#f",
                "https://a@app.example/",
                "javascript:alert(1)",
                "*")) {
            Map<String, Object> form = form("NONE");
            form.put("redirectUris", List.of(uri));
            assertThat(world.as(ada).post("/v1/oauth/clients", form).expect(400).at("/code"))
                    .isEqualTo("INVALID_REDIRECT_URI");
        }
    }

    @Test
    void whoSignedInLongAgoProvesThemselvesBeforeTheyChangeAnApplication() {
        Member ada = world.member();
        platform.advance(Duration.ofMinutes(6));
        assertThat(world.as(ada)
                        .post("/v1/oauth/clients", form("NONE"))
                        .expect(401)
                        .at("/code"))
                .isEqualTo("RECENT_AUTHENTICATION_REQUIRED");
    }

    @Test
    void ourOwnApiDoesNotTakeAnApplicationsToken() {
        Member ada = world.member();
        Application app = world.application(ada);
        String accessToken = world.tokens(ada, app, "openid").at("/access_token");
        platform.anonymous().token(accessToken).get("/v1/oauth/consents").expect(401);
        platform.anonymous().token(ada.accessToken()).get("/oauth/userinfo").expect(401);
    }

    @Test
    void aPushedRequestIsGoodForOneVisit() {
        Member ada = world.member();
        Application app = world.application(ada);
        Answer pushed = world.app(app)
                .post("/oauth/par", encoded(request(app, "openid")))
                .expect(201);
        Map<String, String> visit = Map.of("client_id", app.id(), "request_uri", pushed.at("/request_uri"));
        assertThat(world.agree(ada, visit)).containsKey("code");
        world.authorize(world.browser(ada), visit).expect(400);
        Map<String, String> other = request(app, "openid");
        other.put("redirect_uri", "https://evil.example/");
        assertThat(world.app(app).post("/oauth/par", encoded(other)).expect(400).at("/error"))
                .isEqualTo("invalid_request");
        world.form().post("/oauth/par", encoded(request(app, "openid"))).expect(401);
    }

    @Test
    void anApplicationAsksWhetherItsTokenIsGood() {
        Member ada = world.member();
        Application app = world.application(ada);
        Application other = world.application(ada);
        String token = world.tokens(ada, app, "openid").at("/access_token");
        String body = encoded(Map.of("token", token));
        JsonNode good =
                world.app(app).post("/oauth/introspect", body).expect(200).json();
        assertThat(good.path("active").asBoolean()).isTrue();
        assertThat(good.path("sub").asText()).isEqualTo(ada.userId());
        assertThat(good.path("aud").toString()).contains("/oauth/userinfo");
        assertThat(world.app(other).post("/oauth/introspect", body).expect(200).body())
                .isEqualTo("{\"active\":false}");
        world.form().post("/oauth/introspect", body).expect(401);
        world.app(app).post("/oauth/revoke", body).expect(200);
        assertThat(world.app(app).post("/oauth/introspect", body).expect(200).body())
                .isEqualTo("{\"active\":false}");
        world.userInfo(token).expect(401);
    }

    @Test
    void aRevokedRefreshTokenTakesItsGrantAlong() {
        Member ada = world.member();
        Application app = world.application(ada);
        Answer tokens = world.tokens(ada, app, "openid offline_access");
        world.app(app)
                .post("/oauth/revoke", encoded(Map.of("token", tokens.at("/refresh_token"))))
                .expect(200);
        world.userInfo(tokens.at("/access_token")).expect(401);
        world.app(app)
                .post("/oauth/revoke", encoded(Map.of("token", "unknown")))
                .expect(200);
    }

    @Test
    void keysAreReplacedAndOldOnesVerifyUntilTheirTokensHaveExpired() throws Exception {
        Member ada = world.member();
        Application app = world.application(ada);
        SignedJWT before = SignedJWT.parse(world.tokens(ada, app, "openid").at("/id_token"));
        platform.advance(Duration.ofDays(91));
        Member again = world.signedIn(ada.userId(), ada.email());
        SignedJWT after = SignedJWT.parse(world.tokens(again, app, "openid").at("/id_token"));
        assertThat(after.getHeader().getKeyID()).isNotEqualTo(before.getHeader().getKeyID());
        assertThat(isSignedByUs(before)).isTrue();
        assertThat(isSignedByUs(after)).isTrue();
        platform.advance(Duration.ofHours(2));
        assertThat(keys().getKeyByKeyId(before.getHeader().getKeyID())).isNull();
        assertThat(isSignedByUs(after)).isTrue();
        assertThat(keys().getKeys()).noneMatch(JWK::isPrivate);
    }

    @Test
    void aPageOfAnyOriginMayAskTheTokenEndpointButNotOurOwnApi() {
        var page = platform.anonymous().header("Origin", "https://spa.example");
        assertThat(page.get("/.well-known/openid-configuration").expect(200).header("Access-Control-Allow-Origin"))
                .contains("*");
        assertThat(page.header("Content-Type", "application/x-www-form-urlencoded")
                        .post("/oauth/token", "grant_type=x")
                        .header("Access-Control-Allow-Origin"))
                .contains("*");
        assertThat(page.get("/v1/oauth/consents").header("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    private static JWKSet keys() throws Exception {
        return JWKSet.parse(
                platform.anonymous().get("/oauth/jwks.json").expect(200).body());
    }

    private static boolean isSignedByUs(SignedJWT token) throws Exception {
        JWK key = keys().getKeyByKeyId(token.getHeader().getKeyID());
        return key instanceof AsymmetricJWK pair
                && token.verify(
                        new DefaultJWSVerifierFactory().createJWSVerifier(token.getHeader(), pair.toPublicKey()));
    }

    private static List<Answer> atOnce(int times, Callable<Answer> call) throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(times)) {
            List<Future<Answer>> running =
                    pool.invokeAll(IntStream.range(0, times).mapToObj(_ -> call).toList());
            Stream.Builder<Answer> answers = Stream.builder();
            for (Future<Answer> one : running) {
                answers.add(one.get());
            }
            return answers.build().toList();
        }
    }
}
