package org.tctf.authcore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tctf.authcore.Forms.PASSWORD;
import static org.tctf.authcore.Forms.form;
import static org.tctf.authcore.Forms.with;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tctf.testing.Answer;
import org.tctf.testing.Platform;

/** What only HTTP has: statuses, headers, pages, limits, repeated requests. */
class AuthCoreHttpTest {
    private static Platform platform;

    private final String id = UUID.randomUUID().toString().replace("-", "");
    private final String ada = "ada." + id + "@example.org";
    private final String name = "Ada_" + id;
    private HttpAuthCore service;

    @BeforeAll
    static void start() {
        platform = Platform.start();
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    /** Nothing that an earlier test asked for counts against this one's limits. */
    @BeforeEach
    void letLimitsPass() {
        service = new HttpAuthCore(platform);
        service.advance(Duration.ofHours(1));
    }

    @Test
    void aSignUpIsAnsweredAlikeForKnownAndUnknownAddresses() {
        Answer unknown =
                platform.anonymous().post("/v1/account/signup", form(ada, name)).expect(201);
        service.confirm(unknown.at("/sessionId"), mailedCode());
        Answer known = platform.anonymous()
                .post("/v1/account/signup", form(ada, "Eve_" + id))
                .expect(201);
        assertThat(known.json().at("/verificationRequired").asBoolean()).isTrue();
        assertThat(known.body().length()).isEqualTo(unknown.body().length());
        assertThat(known.response().headers().map().keySet())
                .isEqualTo(unknown.response().headers().map().keySet());
    }

    @Test
    void aClosedSignUpIsAnsweredAlikeForKnownAndUnknownAddresses() {
        service.confirm(service.signUp(form(ada, name)), mailedCode());
        try {
            service.openSignUp(false);
            Answer known = platform.anonymous()
                    .post("/v1/account/signup", form(ada, "Eve_" + id))
                    .expect(403);
            Answer unknown = platform.anonymous()
                    .post("/v1/account/signup", form("new." + ada, "New_" + id))
                    .expect(403);
            assertThat(known.at("/code")).isEqualTo("SIGN_UP_CLOSED");
            assertThat(known.at("/detail")).startsWith("Nobody new can sign up at the moment");
            assertThat(unknown.at("/detail")).isEqualTo(known.at("/detail"));
            assertThat(unknown.body().length()).isEqualTo(known.body().length());
            assertThat(unknown.response().headers().map().keySet())
                    .isEqualTo(known.response().headers().map().keySet());
        } finally {
            service.openSignUp(true);
        }
    }

    @Test
    void aSignUpWithAFieldThatWeDontKnowOrWithoutOneThatWeNeedIsRefused() {
        platform.anonymous()
                .post("/v1/account/signup", with(form(ada, name), "role", "ADMIN"))
                .expect(400);
        platform.anonymous()
                .post("/v1/account/signup", with(form(ada, name), "membershipName", "a b"))
                .expect(400);
        platform.anonymous()
                .post("/v1/account/signup", with(form(ada, name), "membershipPlan", "FREE"))
                .expect(400);
        platform.anonymous().post("/v1/account/signup", Map.of("email", ada)).expect(400);
        assertThat(facts("SIGN_UP_STARTED")).isEmpty();
    }

    @Test
    void fiveSignUpsAnHourComeFromOneAddress() {
        for (int i = 0; i < 5; i++) {
            platform.anonymous()
                    .post("/v1/account/signup", form(i + ada, name + i))
                    .expect(201);
        }
        Answer sixth = platform.anonymous()
                .post("/v1/account/signup", form("6" + ada, name + 6))
                .expect(429);
        assertThat(sixth.header("Retry-After")).isPresent();
    }

    @Test
    void aRepeatedSignUpRequestIsOneSignUp() {
        Answer first = platform.anonymous().header("Idempotency-Key", id).post("/v1/account/signup", form(ada, name));
        Answer again = platform.anonymous().header("Idempotency-Key", id).post("/v1/account/signup", form(ada, name));
        assertThat(again.body()).isEqualTo(first.expect(201).body());
        assertThat(again.header("Idempotency-Replayed")).contains("true");
        assertThat(facts("EMAIL_VERIFICATION_REQUESTED")).hasSize(1);
    }

    @Test
    void aRefreshWhoseAnswerWasLostIsRepeatedWithItsKey() {
        service.confirm(service.signUp(form(ada, name)), mailedCode());
        Map<String, String> body =
                Map.of("refreshToken", service.signIn(ada, PASSWORD).refreshToken());
        Answer lost = platform.anonymous()
                .header("Idempotency-Key", id)
                .post("/v1/auth/refresh-token", body)
                .expect(200);
        Answer again = platform.anonymous()
                .header("Idempotency-Key", id)
                .post("/v1/auth/refresh-token", body)
                .expect(200);
        assertThat(again.at("/refreshToken")).isEqualTo(lost.at("/refreshToken"));
        platform.anonymous().post("/v1/auth/refresh-token", body).expect(401);
    }

    @Test
    void theLinkShowsAPageToABrowserAndNothingToAScannersHead() {
        service.signUp(form(ada, name));
        String path = "/v1/account/signup/confirm?token=" + mailedLink();
        assertThat(platform.anonymous().send("HEAD", path, null).status()).isIn(404, 405);
        assertThat(facts("SIGN_UP_CONFIRMED")).isEmpty();

        Answer page = platform.anonymous()
                .header("Accept", "text/html,*/*;q=0.8")
                .get(path)
                .expect(200);
        assertThat(page.header("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.header("Referrer-Policy")).contains("no-referrer");
        assertThat(page.body()).contains("Your address is confirmed").doesNotContain("<script");

        Answer refused = platform.anonymous()
                .header("Accept", "text/html")
                .get(path + "x")
                .expect(400);
        assertThat(refused.body()).contains("<h1>Your address is not confirmed</h1>");
        platform.anonymous()
                .header("Accept", "application/json")
                .get(path + "x")
                .expect(400);
    }

    @Test
    void theLinksPageIsInTheLanguageOfTheMailAlsoWhenItIsFollowedAgain() {
        service.signUp(with(form(ada, name), "language", "fr"));
        String path = "/v1/account/signup/confirm?token=" + mailedLink();
        assertPage(200, "fr", "Votre adresse est confirmée", look(path, "de"));
        assertPage(200, "fr", "Votre adresse est confirmée", look(path, "de"));
    }

    @Test
    void anExpiredLinksPageIsAsWell() {
        service.signUp(with(form(ada, name), "language", "fr"));
        String path = "/v1/account/signup/confirm?token=" + mailedLink();
        service.advance(Duration.ofMinutes(31));
        Answer expired = look(path, "de");
        assertPage(410, "fr", "Votre adresse n’est pas confirmée", expired);
        assertThat(expired.body()).contains("Ce lien n’est plus valable.");
    }

    @Test
    void whoHasNotSaidOrIsNotKnownReadsWhatTheirBrowserSaysOrEnglish() {
        service.signUp(form(ada, name));
        String path = "/v1/account/signup/confirm?token=" + mailedLink();
        assertPage(400, "it", "Il suo indirizzo non è confermato", look(path + "x", "ja, it-CH;q=0.8"));
        assertPage(400, "en", "Your address is not confirmed", look(path + "x", "ja"));
        assertPage(200, "pt", "O seu endereço está confirmado", look(path, "pt-BR"));
    }

    private Answer look(String path, String accepted) {
        return platform.anonymous()
                .header("Accept", "text/html")
                .header("Accept-Language", accepted)
                .get(path);
    }

    private static void assertPage(int status, String language, String title, Answer page) {
        assertThat(page.status()).as(page.body()).isEqualTo(status);
        assertThat(page.header("Content-Language")).contains(language);
        assertThat(page.body()).contains("<html lang=\"%s\">".formatted(language), "<h1>%s</h1>".formatted(title));
    }

    @Test
    void problemsHaveTheStatusThatTheirClientsActOn() {
        String signUp = service.signUp(form(ada, name));
        Map<String, String> wrong =
                Map.of("sessionId", signUp, "code", mailedCode().equals("000000") ? "000001" : "000000");
        for (int left = 4; left >= 0; left--) {
            Answer answer = platform.anonymous()
                    .post("/v1/account/signup/confirm", wrong)
                    .expect(400);
            assertThat(answer.json().at("/remainingAttempts").asInt()).isEqualTo(left);
            assertThat(answer.at("/errors/0/pointer")).isEqualTo("/code");
        }
        platform.anonymous().post("/v1/account/signup/confirm", wrong).expect(429);
        platform.anonymous()
                .post("/v1/account/signup", form("x" + ada, name.toUpperCase(Locale.ROOT)))
                .expect(409);
        Map<String, String> credentials = Map.of("email", "y" + ada, "password", "wrong");
        for (int i = 0; i < 5; i++) {
            platform.anonymous().post("/v1/auth/signin", credentials).expect(401);
        }
        Answer locked =
                platform.anonymous().post("/v1/auth/signin", credentials).expect(423);
        assertThat(locked.header("Retry-After")).contains("900");
    }

    @Test
    void anybodyCanProveATokenByThePublishedKeys() throws ParseException {
        service.confirm(service.signUp(form(ada, name)), mailedCode());
        SignedJWT token = SignedJWT.parse(service.signIn(ada, PASSWORD).accessToken());
        Answer keys = platform.anonymous().get("/.well-known/jwks.json").expect(200);
        assertThat(keys.header("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(keys.header("Cache-Control").orElseThrow()).contains("max-age=300");
        assertThat(JWKSet.parse(keys.body()).getKeyByKeyId(token.getHeader().getKeyID()))
                .isNotNull();
        assertThat(keys.body()).doesNotContain("\"d\"");
    }

    @Test
    void withoutATokenThereAreNoSessions() {
        platform.anonymous().get("/v1/auth/sessions").expect(401);
        platform.anonymous().post("/v1/auth/signout").expect(401);
        platform.anonymous().token("a.b.c").get("/v1/auth/sessions").expect(401);
    }

    private String mailedCode() {
        return mailed("code");
    }

    private String mailedLink() {
        return mailed("linkToken");
    }

    private String mailed(String secret) {
        return service.open(
                facts("EMAIL_VERIFICATION_REQUESTED").getLast().path(secret).asText());
    }

    private List<JsonNode> facts(String type) {
        return service.facts(type).stream()
                .filter(fact -> fact.path("email").asText().equals(ada))
                .toList();
    }
}
