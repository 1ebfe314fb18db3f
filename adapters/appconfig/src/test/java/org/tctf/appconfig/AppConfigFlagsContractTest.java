package org.tctf.appconfig;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tctf.contracts.FeatureFlagsContract;
import org.tctf.flags.PolledFlags;
import org.tctf.localaws.AwsFault;
import org.tctf.localaws.FakeAppConfig;
import org.tctf.localaws.FakeAws;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.appconfigdata.AppConfigDataClient;

class AppConfigFlagsContractTest extends FeatureFlagsContract {
    private static final String PROFILE = "app1234/env1234/prof123";

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-20T09:00:00Z"));
    private final FakeAws aws = FakeAws.start();
    private final FakeAppConfig appConfig = FakeAppConfig.on(aws, now::get);
    private final AppConfigDataClient client = AppConfigDataClient.builder()
            .endpointOverride(aws.endpoint())
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .overrideConfiguration(ClientLimits.standard())
            .build();
    private final PolledFlags flags = begin(Duration.ofSeconds(20));

    @AfterEach
    void stop() {
        client.close();
        aws.close();
    }

    @Override
    protected PolledFlags begin(Duration patience) {
        return new PolledFlags(
                new AppConfigFlags(client, FlagProfile.of(PROFILE), HOUSE),
                List.of(HOUSE),
                now::get,
                AppConfigFlags.KNOWN_FOR,
                patience);
    }

    @Override
    protected void turn(Map<String, Boolean> turned) {
        appConfig.deploy(PROFILE, "{" + values(turned) + "}");
    }

    @Override
    protected void muddle(String flag, Map<String, Boolean> others) {
        appConfig.deploy(PROFILE, "{%s,\"%s\":{\"enabled\":\"perhaps\"}}".formatted(values(others), flag));
    }

    @Override
    protected void breakDocument() {
        appConfig.deploy(PROFILE, "[\"door-open\"");
    }

    @Override
    protected void disconnect() {
        aws.failNext(FakeAppConfig.START_SESSION, 100, new AwsFault(500, "InternalServerException", "not now"));
        aws.failNext(FakeAppConfig.GET_LATEST, 100, new AwsFault(500, "InternalServerException", "not now"));
    }

    /** Shorter than the client waits. */
    @Override
    protected void hang() {
        aws.delayNext(FakeAppConfig.GET_LATEST, Duration.ofMillis(1300));
    }

    @Override
    protected void letGo() {}

    @Override
    protected void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    @Override
    protected Duration knownFor() {
        return AppConfigFlags.KNOWN_FOR;
    }

    @Test
    void whatDidNotChangeIsNotSentAgainAndASessionLastsFromUseToUse() {
        turn(Map.of("door-open", false));
        for (int use = 0; use < 4; use++) {
            assertThat(flags.isOn(HOUSE, "door-open")).isFalse();
            pass(knownFor());
        }
        assertThat(aws.calls(FakeAppConfig.START_SESSION)).singleElement().satisfies(call -> {
            assertThat(call.path("ApplicationIdentifier").asText()).isEqualTo("app1234");
            assertThat(call.path("EnvironmentIdentifier").asText()).isEqualTo("env1234");
            assertThat(call.path("ConfigurationProfileIdentifier").asText()).isEqualTo("prof123");
        });
        assertThat(aws.calls(FakeAppConfig.GET_LATEST)).hasSize(4);
    }

    @Test
    void whoeverAsksTooSoonAfterARestoreBeginsANewSession() {
        assertThat(flags.isOn(HOUSE, "door-open")).isTrue();
        turn(Map.of("light-on", true));
        pass(knownFor());
        assertThat(flags.isOn(HOUSE, "door-open")).isTrue();
        turn(Map.of("door-open", false));
        pass(Duration.ofSeconds(1));
        flags.renew();
        assertThat(flags.isOn(HOUSE, "door-open")).isFalse();
        assertThat(flags.complaints()).isEmpty();
    }

    @Test
    void anAnswerThatWasLostIsAskedForAgain() {
        turn(Map.of("light-on", true));
        assertThat(flags.isOn(HOUSE, "light-on")).isTrue();
        turn(Map.of("door-open", false));
        aws.loseNextAnswer(FakeAppConfig.GET_LATEST);
        pass(knownFor());
        assertThat(flags.isOn(HOUSE, "door-open")).isFalse();
    }

    @Test
    void aRoleThatMayNotReadThemIsReportedWithWhatToDo() {
        aws.failNext(
                FakeAppConfig.START_SESSION,
                1,
                new AwsFault(403, "AccessDeniedException", "not authorized to perform this"));
        assertThat(flags.isOn(HOUSE, "door-open")).isTrue();
        assertThat(flags.complaints())
                .singleElement()
                .asString()
                .contains("AppConfig does not tell the flags of house; see that the function's role may read them");
    }

    private static String values(Map<String, Boolean> turned) {
        return turned.entrySet().stream()
                .map(flag -> "\"%s\":{\"enabled\":%s}".formatted(flag.getKey(), flag.getValue()))
                .collect(Collectors.joining(","));
    }
}
