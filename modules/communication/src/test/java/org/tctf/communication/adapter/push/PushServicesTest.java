package org.tctf.communication.adapter.push;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tctf.communication.CommunicationService;
import org.tctf.communication.adapter.carrier.PushServices;
import org.tctf.communication.adapter.hook.LocalHooks;
import org.tctf.communication.adapter.store.TablePushKey;
import org.tctf.communication.application.Carriers.NoneAvailable;
import org.tctf.communication.application.PushCarrier.Outcome;
import org.tctf.communication.application.PushCarrier.Push;
import org.tctf.communication.domain.BrowserSubscription;
import org.tctf.communication.domain.Urgency;
import org.tctf.kernel.breaker.Breaker;
import org.tctf.kernel.breaker.BreakerStates;
import org.tctf.kernel.web.PublicUrl;
import org.tctf.testing.LocalCertificate;
import org.tctf.testing.PushService;
import org.tctf.testing.WebPushClient;
import org.tctf.testing.Workbench;

/** Pushes to a real HTTPS server of this machine, which reads them as push services and browsers do. */
class PushServicesTest {
    private static final Pattern VAPID = Pattern.compile("vapid t=([\\w.-]+), k=([\\w-]+)");

    @TempDir
    static Path folder;

    private static SSLContext tls;

    private final WebPushClient browser = new WebPushClient();
    private final Workbench bench = Workbench.of(CommunicationService.DEFINITION);
    private final Vapid vapid = vapid();
    private PushService service;
    private PushServices pushServices;

    @BeforeAll
    static void certificate() throws IOException, InterruptedException, GeneralSecurityException {
        tls = LocalCertificate.in(folder);
    }

    @AfterAll
    static void forget() {
        tls = null;
    }

    @BeforeEach
    void start() throws IOException {
        service = PushService.start(tls);
        pushServices = new PushServices(
                new PushRequests(LocalHooks.to(service, tls), vapid, new SecureRandom()),
                BreakerStates.inMemory(),
                bench.clock());
    }

    @AfterEach
    void stop() {
        service.close();
        bench.close();
    }

    @Test
    void aPushArrivesSignedSaysHowLongItIsGoodAndOnlyItsBrowserOpensIt() throws Exception {
        assertThat(pushServices.carry(push("{\"title\":\"Ciao\"}", Urgency.LOW)))
                .isEqualTo(new Outcome.Taken("web-push"));

        PushService.Got got = service.got().getFirst();
        assertThat(got.path()).isEqualTo("/push/abc");
        Headers headers = got.headers();
        assertThat(headers.getFirst("TTL")).isEqualTo("43200");
        assertThat(headers.getFirst("Urgency")).isEqualTo("low");
        assertThat(headers.getFirst("Topic")).isEqualTo("t".repeat(32));
        assertThat(headers.getFirst("Content-Encoding")).isEqualTo("aes128gcm");
        assertThat(browser.open(got.body())).isEqualTo("{\"title\":\"Ciao\"}");
        assertThat(new String(got.body(), UTF_8)).doesNotContain("Ciao");

        Matcher said = VAPID.matcher(headers.getFirst("Authorization"));
        assertThat(said.matches()).isTrue();
        assertThat(said.group(2)).isEqualTo(vapid.publicKey());
        SignedJWT token = SignedJWT.parse(said.group(1));
        assertThat(token.verify(verifier(said.group(2)))).isTrue();
        assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("https://push.example.org");
        assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("https://tctf.example");
        assertThat(token.getJWTClaimsSet().getExpirationTime())
                .isBeforeOrEqualTo(Date.from(bench.clock().instant().plus(Duration.ofHours(24))))
                .isAfter(Date.from(bench.clock().instant()));
    }

    @Test
    void theLongestWordsAreFarBelowWhatEveryPushServiceTakes() {
        String payload = "\uD83E\uDD84".repeat(450);
        pushServices.carry(push(
                "{\"title\":\"%s\",\"lang\":\"pt\",\"tag\":\"%s\"}".formatted(payload, "t".repeat(32)), Urgency.HIGH));
        assertThat(service.got().getFirst().body().length).isLessThan(SealedPush.MOST);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202})
    void whatIsTakenIsTaken(int status) {
        service.answers(status, null);
        assertThat(pushServices.carry(push("x", Urgency.NORMAL))).isInstanceOf(Outcome.Taken.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void aSubscriptionThatHasEndedIsGone(int status) {
        service.answers(status, null);
        assertThat(pushServices.carry(push("x", Urgency.NORMAL))).isInstanceOf(Outcome.Gone.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 307, 400, 401, 403, 413})
    void aRefusalIsFinalAndARedirectIsNotFollowed(int status) {
        service.answers(status, null);
        assertThat(pushServices.carry(push("x", Urgency.NORMAL))).isInstanceOf(Outcome.Refused.class);
        assertThat(service.got()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 503})
    void aServiceInTroubleIsAskedAgainLaterAndAfterThreeTimesLeftAlone(int status) {
        service.answers(status, null);
        for (int i = 0; i < Breaker.FAILURES + 2; i++) {
            assertThatThrownBy(() -> pushServices.carry(push("x", Urgency.NORMAL)))
                    .isInstanceOf(NoneAvailable.class);
        }
        assertThat(service.got()).hasSize(Breaker.FAILURES);
        service.answers(201, null);
        bench.clock().advance(Breaker.REST);
        assertThat(pushServices.carry(push("x", Urgency.NORMAL))).isInstanceOf(Outcome.Taken.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"120 | PT2M", "86400 | PT15M", "Fri, 20 Nov 2026 09:10:00 GMT | PT10M"})
    void whenItSaysWhenThatIsWhenAsFarAsAQueueWaits(String retryAfter, Duration after) {
        assertThat(bench.clock().instant()).isEqualTo(Instant.parse("2026-11-20T09:00:00Z"));
        service.answers(429, retryAfter);
        assertThat(pushServices.carry(push("x", Urgency.NORMAL))).isEqualTo(new Outcome.Later(after));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-5", "0", "Fri, 20 Nov 2020 09:10:00 GMT"})
    void whenItSaysNothingThatMakesSenseTheQueueDecides(String retryAfter) {
        service.answers(503, retryAfter);
        assertThatThrownBy(() -> pushServices.carry(push("x", Urgency.NORMAL))).isInstanceOf(NoneAvailable.class);
    }

    @Test
    void ofTwoWhoMakeTheKeyAtOnceTheFirstCounts() {
        assertThat(vapid().publicKey()).isEqualTo(vapid.publicKey());
        AtomicInteger made = new AtomicInteger();
        new TablePushKey(bench.tables()).firstOr(() -> {
            made.incrementAndGet();
            throw new AssertionError("there is one");
        });
        assertThat(made).hasValue(0);
    }

    private Vapid vapid() {
        return new Vapid(
                new TablePushKey(bench.tables()),
                bench.encryption(),
                new PublicUrl(URI.create("https://tctf.example")),
                bench.clock());
    }

    private Push push(String payload, Urgency urgency) {
        return new Push(
                "message-1",
                new BrowserSubscription(
                        URI.create("https://push.example.org/push/abc"), browser.p256dh(), browser.auth()),
                payload,
                "t".repeat(32),
                urgency);
    }

    private static JWSVerifier verifier(String publicKey) throws Exception {
        byte[] point = Base64.getUrlDecoder().decode(publicKey);
        return new ECDSAVerifier(new ECKey.Builder(
                        Curve.P_256,
                        Base64URL.encode(Arrays.copyOfRange(point, 1, 33)),
                        Base64URL.encode(Arrays.copyOfRange(point, 33, 65)))
                .build());
    }
}
