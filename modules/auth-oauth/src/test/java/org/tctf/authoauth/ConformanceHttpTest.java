package org.tctf.authoauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tctf.authoauth.World.encoded;
import static org.tctf.authoauth.World.form;
import static org.tctf.authoauth.World.location;
import static org.tctf.authoauth.World.parameters;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tctf.testing.Answer;
import org.tctf.testing.Caller;
import org.tctf.testing.Platform;

/**
 * What the OpenID Foundation's conformance plans check, module by module under the suite's own names. It is not the suite:
 * that one needs an address that its servers can reach. Like the suite's, this relying party keeps a secret and knows no
 * PKCE.
 */
class ConformanceHttpTest {
    private static Platform platform;
    private static World world;

    private Member ada;
    private Application app;

    @BeforeAll
    static void start() {
        platform = Platform.startWithoutRateLimits();
        world = new World(platform);
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @BeforeEach
    void aRelyingParty() {
        ada = world.member();
        Map<String, Object> form = form("CLIENT_SECRET_BASIC");
        form.put("pkceOptional", true);
        app = world.register(ada, form);
    }

    private Map<String, String> request(String... more) {
        Map<String, String> request = new LinkedHashMap<>(Map.of(
                "client_id", app.id(),
                "redirect_uri", app.redirectUri(),
                "response_type", "code",
                "scope", "openid",
                "state", "xyz",
                "nonce", "abc"));
        for (int i = 0; i < more.length; i += 2) {
            request.put(more[i], more[i + 1]);
        }
        return request;
    }

    private Answer redeem(String code) {
        return world.app(app)
                .post(
                        "/oauth/token",
                        encoded(Map.of(
                                "grant_type", "authorization_code", "code", code, "redirect_uri", app.redirectUri())));
    }

    private Answer tokens(Member member, Map<String, String> request) {
        return redeem(world.agree(member, request).get("code")).expect(200);
    }

    private static JWTClaimsSet claims(Answer tokens) throws Exception {
        return SignedJWT.parse(tokens.at("/id_token")).getJWTClaimsSet();
    }

    private String errorOf(Map<String, String> request) {
        Answer answer = world.authorize(world.browser(ada), request);
        return parameters(location(answer.expect(303))).get("error");
    }

    /** What the member sees, when the request leads to one of our pages. */
    private Answer page(Member member, Map<String, String> request) {
        Caller browser = world.browser(member);
        Answer answer = world.authorize(browser, request);
        assertThat(World.isPages(answer)).as("leads to a page: %s", answer).isTrue();
        return browser.get(location(answer)).expect(200);
    }

    @Nested
    @DisplayName("oidcc-basic-certification-test-plan")
    class BasicOp {

        @Test
        @DisplayName("oidcc-server: code flow, id token and userinfo agree")
        void server() throws Exception {
            Answer tokens = tokens(ada, request());
            assertThat(claims(tokens).getSubject()).isEqualTo(ada.userId());
            assertThat(world.userInfo(tokens.at("/access_token")).expect(200).at("/sub"))
                    .isEqualTo(ada.userId());
        }

        @Test
        @DisplayName("oidcc-response-type-missing: an error goes back")
        void responseTypeMissing() {
            Map<String, String> request = request();
            request.remove("response_type");
            assertThat(errorOf(request)).isIn("invalid_request", "unsupported_response_type");
        }

        @Test
        @DisplayName("oidcc-userinfo-get, -post-header, -post-body: all three say the same")
        void userInfo() {
            String token = tokens(ada, request()).at("/access_token");
            String get = world.userInfo(token).expect(200).body();
            assertThat(platform.anonymous()
                            .token(token)
                            .post("/oauth/userinfo")
                            .expect(200)
                            .body())
                    .isEqualTo(get);
            assertThat(world.form()
                            .post("/oauth/userinfo", encoded(Map.of("access_token", token)))
                            .expect(200)
                            .body())
                    .isEqualTo(get);
        }

        @Test
        @DisplayName("oidcc-ensure-request-without-nonce-succeeds-for-code-flow")
        void withoutNonce() throws Exception {
            Map<String, String> request = request();
            request.remove("nonce");
            assertThat(claims(tokens(ada, request)).getClaim("nonce")).isNull();
        }

        @Test
        @DisplayName(
                "oidcc-scope-profile, -email, -all, oidcc-ensure-other-scope-order-succeeds; unknown scopes are left out")
        void scopes() {
            Answer tokens = tokens(ada, request("scope", "email address phone profile openid"));
            assertThat(tokens.at("/scope").split(" ")).containsExactlyInAnyOrder("openid", "profile", "email");
            assertThat(world.userInfo(tokens.at("/access_token")).at("/email")).isEqualTo(ada.email());
        }

        @Test
        @DisplayName(
                "oidcc-display-page, -popup, oidcc-ui-locales, oidcc-claims-locales, unknown parameters: ignored or heeded")
        void harmlessParameters() {
            assertThat(page(ada, request("display", "popup", "ui_locales", "de", "claims_locales", "de", "extra", "x"))
                            .header("Content-Language"))
                    .contains("de");
        }

        @Test
        @DisplayName("oidcc-prompt-login: proves themselves again")
        void promptLogin() throws Exception {
            Answer first = tokens(ada, request());
            platform.advance(Duration.ofSeconds(2));
            Answer page = page(ada, request("prompt", "login"));
            assertThat(page.body()).contains("password-form");
            platform.advance(Duration.ofSeconds(2));
            String next = location(world.authorize(world.browser(ada), request("prompt", "login")));
            Member again = world.signedIn(ada.userId(), ada.email());
            Answer second = redeem(
                            parameters(location(world.browser(again).get(next).expect(303)))
                                    .get("code"))
                    .expect(200);
            assertThat(claims(second).getLongClaim("auth_time"))
                    .isGreaterThan(claims(first).getLongClaim("auth_time"));
        }

        @Test
        @DisplayName("oidcc-prompt-none-not-logged-in: login_required")
        void promptNoneNotLoggedIn() {
            Answer answer = world.authorize(platform.anonymous(), request("prompt", "none"));
            assertThat(parameters(location(answer.expect(303)))).containsEntry("error", "login_required");
        }

        @Test
        @DisplayName("oidcc-prompt-none-logged-in: no page once the member has agreed, consent_required before")
        void promptNoneLoggedIn() throws Exception {
            assertThat(errorOf(request("prompt", "none"))).isEqualTo("consent_required");
            JWTClaimsSet first = claims(tokens(ada, request()));
            JWTClaimsSet second = claims(tokens(ada, request("prompt", "none")));
            assertThat(second.getSubject()).isEqualTo(first.getSubject());
            assertThat(second.getLongClaim("auth_time")).isEqualTo(first.getLongClaim("auth_time"));
        }

        @Test
        @DisplayName("oidcc-max-age-1: proves themselves again; oidcc-max-age-10000: does not")
        void maxAge() throws Exception {
            tokens(ada, request());
            platform.advance(Duration.ofSeconds(2));
            assertThat(page(ada, request("max_age", "1")).body()).contains("password-form");
            assertThat(claims(tokens(ada, request("max_age", "10000"))).getClaim("auth_time"))
                    .isNotNull();
        }

        @Test
        @DisplayName("oidcc-id-token-hint: no page for whom the hint names, and nobody else will do")
        void idTokenHint() {
            String hint = tokens(ada, request()).at("/id_token");
            Map<String, String> request = request("prompt", "none", "id_token_hint", hint);
            assertThat(world.agree(ada, request)).containsKey("code");
            Member eve = world.member();
            Answer other = world.authorize(world.browser(eve), request);
            assertThat(parameters(location(other))).containsEntry("error", "login_required");
        }

        @Test
        @DisplayName("oidcc-login-hint: stands in the form")
        void loginHint() {
            Caller nobody = platform.anonymous();
            Answer answer = world.authorize(nobody, request("login_hint", "ada\"><b>@example.org"));
            assertThat(nobody.get(location(answer)).body()).contains("value=\"ada&quot;&gt;&lt;b&gt;@example.org\"");
        }

        @Test
        @DisplayName(
                "oidcc-ensure-request-with-acr-values-succeeds; an essential acr that cannot be met is not passed over")
        void acr() throws Exception {
            assertThat(claims(tokens(ada, request("acr_values", "1 2"))).getStringClaim("acr"))
                    .isEqualTo("1");
            platform.advance(Duration.ofSeconds(2));
            String essential = "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"2\"]}}}";
            assertThat(page(ada, request("claims", essential)).body()).contains("password-form");
            assertThat(errorOf(request("claims", essential, "prompt", "none"))).isEqualTo("login_required");
        }

        @Test
        @DisplayName("oidcc-codereuse, oidcc-codereuse-30seconds: refused, and the first access token ends")
        void codeReuse() {
            String code = world.agree(ada, request()).get("code");
            String token = redeem(code).expect(200).at("/access_token");
            platform.advance(Duration.ofSeconds(30));
            assertThat(redeem(code).expect(400).at("/error")).isEqualTo("invalid_grant");
            world.userInfo(token).expect(401);
        }

        @Test
        @DisplayName("oidcc-ensure-registered-redirect-uri: a page, and no redirect")
        void unregisteredRedirectUri() {
            Answer answer = world.authorize(
                    world.browser(ada), request("redirect_uri", "https://app.example/callback?other=1"));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.header("Location")).isEmpty();
        }

        @Test
        @DisplayName("oidcc-ensure-post-request-succeeds")
        void post() {
            Caller browser = world.browser(ada);
            Answer posted = world.form().post("/oauth/authorize", encoded(request()));
            assertThat(redeem(world.agree(browser, posted).get("code")).status())
                    .isEqualTo(200);
        }

        @Test
        @DisplayName("oidcc-server-client-secret-post")
        void clientSecretPost() {
            Map<String, Object> form = form("CLIENT_SECRET_POST");
            form.put("pkceOptional", true);
            app = world.register(ada, form);
            String code = world.agree(ada, request()).get("code");
            world.form()
                    .post(
                            "/oauth/token",
                            encoded(Map.of(
                                    "grant_type", "authorization_code",
                                    "code", code,
                                    "redirect_uri", app.redirectUri(),
                                    "client_id", app.id(),
                                    "client_secret", app.secret())))
                    .expect(200);
        }

        @Test
        @DisplayName("oidcc-unsigned-request-object-supported-correctly-or-rejected-as-unsupported")
        void requestObject() {
            assertThat(errorOf(request("request", "eyJhbGciOiJub25lIn0.e30."))).isEqualTo("request_not_supported");
            assertThat(errorOf(request("request_uri", "https://app.example/request")))
                    .isEqualTo("request_uri_not_supported");
        }

        @Test
        @DisplayName("oidcc-claims-essential: the claim comes, and its member was asked for what it belongs to")
        void claimsEssential() {
            Map<String, String> request =
                    request("claims", "{\"userinfo\":{\"email\":{\"essential\":true}},\"id_token\":{\"email\":null}}");
            assertThat(page(ada, request).body()).contains("see your e-mail address");
            Answer tokens = tokens(ada, request);
            assertThat(world.userInfo(tokens.at("/access_token")).at("/email")).isEqualTo(ada.email());
        }

        @Test
        @DisplayName("oidcc-refresh-token: the same sub, iss and aud; another application gets nothing for it")
        void refreshToken() throws Exception {
            Answer tokens = tokens(ada, request("scope", "openid offline_access", "prompt", "consent"));
            Application other = world.application(ada);
            world.refresh(other, tokens.at("/refresh_token")).expect(400);
            Answer next = world.refresh(app, tokens.at("/refresh_token")).expect(200);
            assertThat(claims(next).getSubject()).isEqualTo(claims(tokens).getSubject());
            assertThat(claims(next).getAudience()).isEqualTo(claims(tokens).getAudience());
        }

        @Test
        @DisplayName("oidcc-ensure-request-with-valid-pkce-succeeds")
        void pkce() {
            String code = world.agree(ada, World.request(app, "openid")).get("code");
            world.redeem(app, code).expect(200);
        }

        @Test
        @DisplayName("response_mode=form_post: the answer is a form that submits itself, by a script of our own")
        void formPost() {
            tokens(ada, request());
            Answer page = world.authorize(world.browser(ada), request("response_mode", "form_post"));
            assertThat(page.expect(200).body())
                    .contains("action=\"https://app.example/callback\"", "name=\"code\"", "name=\"iss\"");
            assertThat(page.header("Content-Security-Policy").orElseThrow())
                    .contains("form-action 'self' https://app.example;", "script-src 'self'")
                    .doesNotContain("unsafe");
        }
    }

    @Nested
    @DisplayName("oidcc-config-certification-test-plan")
    class ConfigOp {

        @Test
        @DisplayName("oidcc-discovery-endpoint-verification: says what is there, and nothing else")
        void discovery() {
            Answer answer = platform.anonymous()
                    .get("/.well-known/openid-configuration")
                    .expect(200);
            assertThat(answer.header("Content-Type").orElseThrow()).startsWith("application/json");
            JsonNode metadata = answer.json();
            assertThat(metadata.path("issuer").asText()).isEqualTo("http://127.0.0.1:8080");
            assertThat(texts(metadata.path("response_types_supported"))).containsExactly("code");
            assertThat(texts(metadata.path("id_token_signing_alg_values_supported")))
                    .contains("RS256");
            assertThat(texts(metadata.path("code_challenge_methods_supported"))).containsExactly("S256");
            assertThat(texts(metadata.path("subject_types_supported"))).containsExactly("public");
            assertThat(metadata.path("request_uri_parameter_supported").asBoolean())
                    .isFalse();
            assertThat(metadata.path("claims_parameter_supported").asBoolean()).isTrue();
            assertThat(metadata.path("authorization_response_iss_parameter_supported")
                            .asBoolean())
                    .isTrue();
            JsonNode keys = platform.anonymous()
                    .get("/oauth/jwks.json")
                    .expect(200)
                    .json()
                    .path("keys");
            assertThat(keys).allMatch(key -> key.has("kid") && !key.has("d") && !key.has("p"));
            assertThat(platform.anonymous()
                            .get("/.well-known/oauth-authorization-server")
                            .expect(200)
                            .body())
                    .isEqualTo(answer.body());
        }

        private static List<String> texts(JsonNode array) {
            return StreamSupport.stream(array.spliterator(), false)
                    .map(JsonNode::asText)
                    .toList();
        }
    }

    @Nested
    @DisplayName("oidcc-rp-initiated-logout-certification-test-plan")
    class RpInitiatedLogout {

        private Answer logout(Map<String, String> parameters) {
            return world.browser(ada).get("/oauth/logout?" + encoded(parameters));
        }

        private boolean isSignedIn() {
            return !platform.identity().sessions().of(ada.userId()).isEmpty();
        }

        @Test
        @DisplayName("oidcc-rp-initiated-logout: signed out at once, and back with the state")
        void logout() {
            String hint = tokens(ada, request()).at("/id_token");
            Answer answer =
                    logout(Map.of("id_token_hint", hint, "post_logout_redirect_uri", World.SIGNED_OUT, "state", "s 1"));
            assertThat(location(answer.expect(303))).startsWith(World.SIGNED_OUT + "?state=");
            assertThat(parameters(location(answer))).containsEntry("state", "s 1");
            assertThat(isSignedIn()).isFalse();
            assertThat(errorOf(request("prompt", "none"))).isEqualTo("login_required");
        }

        @Test
        @DisplayName(
                "oidcc-rp-initiated-logout-bad-post-logout-redirect-uri, -query-added-to-post-logout-redirect-uri: a page")
        void badPostLogoutRedirectUri() {
            String hint = tokens(ada, request()).at("/id_token");
            for (String bad : List.of("https://evil.example/", World.SIGNED_OUT + "?a=b")) {
                Answer answer = logout(Map.of("id_token_hint", hint, "post_logout_redirect_uri", bad));
                assertThat(answer.status()).isEqualTo(400);
                assertThat(answer.header("Location")).isEmpty();
            }
            assertThat(isSignedIn()).isTrue();
        }

        @Test
        @DisplayName(
                "oidcc-rp-initiated-logout-bad-id-token-hint, -modified-id-token-hint: a page, and nobody is signed out")
        void badHint() {
            String hint = tokens(ada, request()).at("/id_token");
            int dot = hint.lastIndexOf('.');
            String modified =
                    hint.substring(0, dot + 1) + (hint.charAt(dot + 1) == 'A' ? 'B' : 'A') + hint.substring(dot + 2);
            for (String bad : List.of(modified, "nonsense")) {
                assertThat(logout(Map.of("id_token_hint", bad, "post_logout_redirect_uri", World.SIGNED_OUT))
                                .status())
                        .isEqualTo(400);
            }
            assertThat(isSignedIn()).isTrue();
        }

        @Test
        @DisplayName("oidcc-rp-initiated-logout-no-id-token-hint, -no-params, -only-state: the member is asked first")
        void asks() {
            for (Map<String, String> parameters :
                    List.of(Map.<String, String>of(), Map.of("state", "s"), Map.of("client_id", app.id()))) {
                assertThat(logout(parameters).expect(200).body()).contains("Sign out?");
            }
            assertThat(isSignedIn()).isTrue();
            Caller page = world.browser(ada).header("Content-Type", "application/x-www-form-urlencoded");
            page.header("Origin", "https://evil.example")
                    .post("/oauth/logout/confirm", "")
                    .expect(403);
            assertThat(page.post("/oauth/logout/confirm").expect(200).body()).contains("You are signed out");
            assertThat(isSignedIn()).isFalse();
        }

        @Test
        @DisplayName("oidcc-rp-initiated-logout-no-post-logout-redirect-uri, -no-state: a page; back without a state")
        void noState() {
            String hint = tokens(ada, request()).at("/id_token");
            assertThat(location(logout(Map.of("id_token_hint", hint, "post_logout_redirect_uri", World.SIGNED_OUT))
                            .expect(303)))
                    .isEqualTo(World.SIGNED_OUT);
            ada = world.member();
            String other = tokens(ada, request()).at("/id_token");
            assertThat(logout(Map.of("id_token_hint", other)).expect(200).body())
                    .contains("You are signed out");
        }
    }
}
