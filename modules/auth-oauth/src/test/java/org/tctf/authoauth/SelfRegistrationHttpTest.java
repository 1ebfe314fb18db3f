package org.tctf.authoauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.client.ClientInformation;
import com.nimbusds.openid.connect.sdk.rp.OIDCClientInformation;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tctf.identity.Role;
import org.tctf.testing.Answer;
import org.tctf.testing.Caller;
import org.tctf.testing.Platform;

/** Applications that register themselves (RFC 7591) and look after themselves (RFC 7592). */
class SelfRegistrationHttpTest {
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
    void anApplicationRegistersItselfAndSignsMembersIn() throws ParseException {
        Answer registered = register(token(1, "openid", "profile"), metadata()).expect(201);
        ClientInformation information =
                OIDCClientInformation.parse(com.nimbusds.oauth2.sdk.util.JSONObjectUtils.parse(registered.body()));
        assertThat(information.getMetadata().getName()).isEqualTo("Weather");
        assertThat(information.getSecret()).isNotNull();
        Application app = new Application(registered.at("/client_id"), registered.at("/client_secret"), World.CALLBACK);
        Answer tokens = world.tokens(world.member(), app, "openid profile");
        assertThat(tokens.at("/id_token")).isNotEmpty();
        assertThat(platform.settled("CLIENT_REGISTERED"))
                .anySatisfy(fact -> assertThat(fact.data()).contains(app.id()));
    }

    @Test
    void whoeverHasNoLeaveRegistersNothing() {
        assertThat(register("nonsense", metadata()).expect(401).at("/error")).isEqualTo("invalid_token");
        platform.anonymous().post("/oauth/register", metadata()).expect(401);
        assertThat(register(world.member().accessToken(), metadata())
                        .expect(401)
                        .at("/error"))
                .isEqualTo("invalid_token");
    }

    @Test
    void aTokenIsGoodForSoManyApplicationsHoweverManyComeAtOnce() throws Exception {
        String token = token(2, "openid");
        List<Answer> answers;
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            answers = threads
                    .invokeAll(IntStream.range(0, 6)
                            .mapToObj(_ -> (java.util.concurrent.Callable<Answer>) () -> register(token, openId()))
                            .toList())
                    .stream()
                    .map(java.util.concurrent.Future::resultNow)
                    .toList();
        }
        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSizeLessThanOrEqualTo(2);
        while (register(token, openId()).status() == 201) {
            assertThat(left(token)).isNotNegative();
        }
        assertThat(register(token, openId()).expect(401).at("/error")).isEqualTo("invalid_token");
    }

    @Test
    void aTokenThatIsOverOrRevokedIsGoodForNothing() {
        String old = token(5, "openid");
        platform.advance(Duration.ofDays(2));
        register(old, openId()).expect(401);
        Answer made = made(5, "openid");
        admin().delete("/v1/oauth/registration-tokens/" + made.at("/id")).expect(204);
        register(made.at("/token"), openId()).expect(401);
        admin().delete("/v1/oauth/registration-tokens/" + made.at("/id")).expect(404);
        assertThat(admin().get("/v1/oauth/registration-tokens").expect(200).body())
                .doesNotContain(made.at("/token"), made.at("/id"));
    }

    @Test
    void onlyAnAdministratorWhoHasJustProvedItGivesLeave() {
        platform.as("a-member")
                .post("/v1/oauth/registration-tokens", form(1, "openid"))
                .expect(403);
        Caller tired = admin();
        platform.advance(Duration.ofMinutes(6));
        assertThat(tired.post("/v1/oauth/registration-tokens", form(1, "openid"))
                        .expect(401)
                        .at("/code"))
                .isEqualTo("RECENT_AUTHENTICATION_REQUIRED");
        assertThat(admin().post("/v1/oauth/registration-tokens", form(1, "everything"))
                        .expect(400)
                        .at("/code"))
                .isEqualTo("INVALID_REGISTRATION_TOKEN");
    }

    @Test
    void anApplicationGetsNoMoreThanItsLeaveIsForAndWhatWeCannotDoIsRefused() {
        String token = token(9, "openid");
        assertError("invalid_client_metadata", register(token, metadata()));
        assertError("invalid_client_metadata", register(token, with("response_types", List.of("id_token"))));
        assertError("invalid_client_metadata", register(token, with("grant_types", List.of("password"))));
        assertError("invalid_client_metadata", register(token, with("jwks_uri", "https://app.example/keys")));
        assertError("invalid_client_metadata", register(token, with("token_endpoint_auth_method", "tls_client_auth")));
        assertError("invalid_redirect_uri", register(token, with("redirect_uris", List.of("http://app.example/"))));
        assertThat(left(token)).isEqualTo(9);
    }

    @Test
    void anApplicationLooksAfterItself() {
        Answer registered = register(token(1, "openid", "profile"), metadata()).expect(201);
        String id = registered.at("/client_id");
        Caller self = bearer(registered.at("/registration_access_token"));
        assertThat(registered.at("/registration_client_uri")).endsWith("/oauth/register/" + id);
        assertThat(self.get("/oauth/register/" + id).expect(200).at("/client_name"))
                .isEqualTo("Weather");
        Map<String, Object> changed = metadata();
        changed.put("client_id", id);
        changed.put("client_name", "Rain");
        changed.put("scope", "openid");
        assertThat(self.put("/oauth/register/" + id, changed).expect(200).at("/client_name"))
                .isEqualTo("Rain");
        changed.put("scope", "openid profile");
        assertError("invalid_client_metadata", self.put("/oauth/register/" + id, changed));
        bearer("another").get("/oauth/register/" + id).expect(401);
        self.get("/oauth/register/another").expect(401);
        self.delete("/oauth/register/" + id).expect(204);
        self.get("/oauth/register/" + id).expect(401);
    }

    @Test
    void aMembersApplicationIsNotManagedThisWay() {
        Application app = world.application(world.member());
        bearer(app.secret()).get("/oauth/register/" + app.id()).expect(401);
    }

    private static void assertError(String error, Answer answer) {
        assertThat(answer.expect(400).at("/error")).isEqualTo(error);
    }

    private static Caller admin() {
        return platform.as("an-admin", Role.ADMIN);
    }

    private static Caller bearer(String token) {
        return platform.anonymous().token(token);
    }

    private static Answer register(String token, Map<String, ?> metadata) {
        return bearer(token).post("/oauth/register", metadata);
    }

    private static String token(int applications, String... scopes) {
        return made(applications, scopes).at("/token");
    }

    private static Answer made(int applications, String... scopes) {
        return admin().post("/v1/oauth/registration-tokens", form(applications, scopes))
                .expect(201);
    }

    private static Map<String, Object> form(int applications, String... scopes) {
        return Map.of("label", "a partner", "scopes", List.of(scopes), "applications", applications, "days", 1);
    }

    /** Of the newest token. */
    private static int left(String token) {
        assertThat(token).isNotEmpty();
        var items =
                admin().get("/v1/oauth/registration-tokens").expect(200).json().path("items");
        return items.path(items.size() - 1).path("left").asInt();
    }

    private static Map<String, Object> metadata() {
        Map<String, Object> metadata = openId();
        metadata.put("scope", "openid profile");
        return metadata;
    }

    private static Map<String, Object> with(String field, Object value) {
        Map<String, Object> metadata = openId();
        metadata.put(field, value);
        return metadata;
    }

    private static Map<String, Object> openId() {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("client_name", "Weather");
        metadata.put("redirect_uris", List.of(World.CALLBACK));
        metadata.put("scope", "openid");
        metadata.put("software_id", "what we do not know");
        return metadata;
    }
}
