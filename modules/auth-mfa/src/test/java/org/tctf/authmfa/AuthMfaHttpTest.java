package org.tctf.authmfa;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.ChecksumException;
import com.google.zxing.FormatException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tctf.authmfa.AuthMfa.Client;
import org.tctf.testing.Answer;
import org.tctf.testing.Platform;

/** What only HTTP has: statuses, headers, pictures, limits, repeated requests. */
class AuthMfaHttpTest {
    private static final int MARGIN = 4;

    private static Platform platform;

    private HttpAuthMfa service;
    private People people;
    private String ada;

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
        service = new HttpAuthMfa(platform);
        people = new People(platform.identity());
        service.advance(Duration.ofHours(1));
        ada = people.member();
    }

    @Test
    void theQrCodeSaysWhatTheUriSaysAndTheUriWhatAnAppNeeds() {
        Answer setup =
                service.caller(people.signedIn(ada)).post("/v1/auth/mfa/setup").expect(200);
        assertThat(setup.at("/otpauthUri"))
                .isEqualTo("otpauth://totp/TCTF:%s?secret=%s&issuer=TCTF&algorithm=SHA1&digits=6&period=30"
                        .formatted(people.addressOf(ada).value().replace("@", "%40"), setup.at("/secret")));
        assertThat(setup.at("/secret")).matches("[A-Z2-7]{32}");
        assertThat(scanned(setup.at("/qrCode"))).isEqualTo(setup.at("/otpauthUri"));
        assertThat(setup.header("Cache-Control")).contains("no-store");
    }

    @Test
    void fiveSetupsAMinuteAreEnough() {
        Client client = people.signedIn(ada);
        for (int i = 0; i < 5; i++) {
            service.caller(client).post("/v1/auth/mfa/setup").expect(200);
        }
        Answer sixth = service.caller(client).post("/v1/auth/mfa/setup").expect(429);
        assertThat(sixth.header("Retry-After")).isPresent();
    }

    @Test
    void problemsHaveTheStatusThatTheirClientsActOn() {
        App app = enabled();
        service.advance(App.STEP);
        Map<String, String> wrong = Map.of("challenge", people.challenge(ada), "code", app.wrongCodeAt(service.now()));
        for (int left = 4; left >= 0; left--) {
            Answer answer =
                    platform.anonymous().post("/v1/auth/mfa/totp/signin", wrong).expect(400);
            assertThat(answer.json().at("/remainingAttempts").asInt()).isEqualTo(left);
            assertThat(answer.at("/errors/0/pointer")).isEqualTo("/code");
        }
        Answer locked =
                platform.anonymous().post("/v1/auth/mfa/totp/signin", wrong).expect(423);
        assertThat(locked.header("Retry-After")).contains("900");
        platform.anonymous()
                .post("/v1/auth/mfa/totp/signin", Map.of("challenge", "over", "code", "000000"))
                .expect(401);
        platform.anonymous()
                .post("/v1/auth/mfa/totp/signin", Map.of("challenge", "over", "code", "00000x"))
                .expect(400);
    }

    @Test
    void aSignInWhoseAnswerWasLostIsRepeatedWithItsKey() {
        App app = enabled();
        service.advance(App.STEP);
        Map<String, ?> form =
                Map.of("challenge", people.challenge(ada), "code", app.codeAt(service.now()), "trustDevice", true);
        String key = UUID.randomUUID().toString();
        Answer lost = platform.anonymous()
                .header("Idempotency-Key", key)
                .post("/v1/auth/mfa/totp/signin", form)
                .expect(200);
        Answer again = platform.anonymous()
                .header("Idempotency-Key", key)
                .post("/v1/auth/mfa/totp/signin", form)
                .expect(200);
        assertThat(again.body()).isEqualTo(lost.body());
        assertThat(lost.at("/status")).isEqualTo("SIGNED_IN");
        assertThat(lost.at("/tokenType")).isEqualTo("Bearer");
        assertThat(lost.at("/trustedDevice")).isNotEmpty();
        assertThat(people.identity().secondFactors().devices(ada)).hasSize(1);
    }

    @Test
    void aMemberSeesAndForgetsTheirOwnDevicesOnly() {
        App app = enabled();
        service.advance(App.STEP);
        Client client = service.signInWithTotp(people.challenge(ada), app.codeAt(service.now()), true);
        Answer devices = service.caller(client).get("/v1/auth/mfa/devices").expect(200);
        assertThat(devices.at("/items/0/name")).isEqualTo("a test");
        assertThat(devices.json().path("items")).hasSize(1);
        String path = "/v1/auth/mfa/devices/" + devices.at("/items/0/id");
        service.caller(people.signedIn(people.member())).delete(path).expect(404);
        service.caller(client).delete(path).expect(204);
        service.caller(client).delete(path).expect(404);
    }

    @Test
    void theSwitchSaysWhatItNeeds() {
        Client client = people.signedIn(ada);
        Answer nothing = service.caller(client)
                .post("/v1/auth/mfa/toggle", Map.of("enabled", true))
                .expect(409);
        assertThat(nothing.at("/code")).isEqualTo("MFA_NOT_ENABLED");
        enabled(client);
        assertThat(service.caller(client)
                        .post("/v1/auth/mfa/toggle", Map.of("enabled", true))
                        .expect(200)
                        .json()
                        .path("enabled")
                        .asBoolean())
                .isTrue();
        Answer withoutCode = service.caller(client)
                .post("/v1/auth/mfa/toggle", Map.of("enabled", false))
                .expect(400);
        assertThat(withoutCode.at("/code")).isEqualTo("CODE_REQUIRED");
    }

    @Test
    void whoIsNotSignedInChangesNothing() {
        for (String route : List.of("setup", "backup-code", "passkeys/register", "passkeys/step-up")) {
            platform.anonymous().post("/v1/auth/mfa/" + route).expect(401);
        }
        for (String route : List.of("status", "devices", "passkeys")) {
            platform.anonymous().get("/v1/auth/mfa/" + route).expect(401);
        }
        platform.anonymous().delete("/v1/auth/mfa/devices").expect(401);
        platform.anonymous().delete("/v1/auth/mfa/passkeys/x").expect(401);
    }

    @Test
    void aSessionThatHasEndedProvesNothing() {
        Client client = people.signedIn(ada);
        App app = enabled(client);
        service.advance(App.STEP);
        Client other = service.signInWithTotp(people.challenge(ada), app.codeAt(service.now()), false);
        people.identity().sessions().end(ada, other.sessionId());
        service.advance(App.STEP);
        service.caller(other)
                .post(
                        "/v1/auth/mfa/totp/step-up",
                        Map.of("password", People.PASSWORD, "code", app.codeAt(service.now())))
                .expect(401);
    }

    private App enabled() {
        return enabled(people.signedIn(ada));
    }

    private App enabled(Client client) {
        App app = service.setUp(client);
        service.completeSetup(client, app.codeAt(service.now().minus(App.STEP)), app.codeAt(service.now()));
        return app;
    }

    /** Read by somebody else's decoder. */
    private static String scanned(String svg) {
        int side = Integer.parseInt(group("viewBox=\"0 0 (\\d+) ", svg)) - 2 * MARGIN;
        BitMatrix squares = new BitMatrix(side);
        Pattern.compile("M(\\d+) (\\d+)h1v1h-1z")
                .matcher(svg)
                .results()
                .forEach(square -> squares.set(
                        Integer.parseInt(square.group(1)) - MARGIN, Integer.parseInt(square.group(2)) - MARGIN));
        try {
            return new Decoder().decode(squares).getText();
        } catch (ChecksumException | FormatException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static String group(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .findFirst()
                .orElseThrow();
    }
}
