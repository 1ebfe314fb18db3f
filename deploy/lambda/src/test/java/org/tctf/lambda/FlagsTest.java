package org.tctf.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tctf.kernel.flag.FeatureFlags;
import org.tctf.lambda.notes.NotesService;
import org.tctf.localaws.FakeAppConfig;
import org.tctf.localaws.FakeAws;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.appconfigdata.AppConfigDataClient;

/** When a function asks AppConfig: before the snapshot, after each restore, and never when it needs no flags. */
class FlagsTest {
    private static final String PROFILE = "a1/e1/p1";

    private final FakeAws aws = FakeAws.start();
    private final FakeAppConfig appConfig = FakeAppConfig.on(aws, InstantSource.system());
    private final AppConfigDataClient client = AppConfigDataClient.builder()
            .endpointOverride(aws.endpoint())
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
    private final Container container = Container.start(
            new Surroundings(
                    Map.of("TCTF_STAGE", "test", "TCTF_PUBLIC_URL", "https://tctf.example", "TCTF_APPCONFIG", PROFILE)),
            client);

    @AfterEach
    void stop() {
        container.close();
        client.close();
        aws.close();
    }

    @Test
    void aPrimedFunctionHasAskedAndARestoredOneAsksAgainBeforeItsFirstRequestDoes() {
        new SchedulesFunction(container).prime();
        await().untilAsserted(
                        () -> assertThat(aws.calls(FakeAppConfig.GET_LATEST)).hasSize(1));
        appConfig.deploy(PROFILE, "{\"notes-open\":{\"enabled\":false}}");

        container.restored();

        await().untilAsserted(() -> assertThat(isOpen()).isFalse());
        assertThat(aws.calls(FakeAppConfig.GET_LATEST)).hasSize(2);
    }

    @Test
    void aFunctionThatNeedsNoFlagsNeverAsks() {
        new RotationFunction(container).prime();
        container.restored();

        assertThat(aws.calls(FakeAppConfig.START_SESSION)).isEmpty();
    }

    private boolean isOpen() {
        return container.beans().getBean(FeatureFlags.class).isOn(NotesService.DEFINITION, NotesService.NOTES_OPEN);
    }
}
