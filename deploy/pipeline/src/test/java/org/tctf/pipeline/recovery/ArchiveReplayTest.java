package org.tctf.pipeline.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tctf.blueprint.Stage;
import org.tctf.localaws.AwsFault;
import org.tctf.localaws.FakeAws;
import org.tctf.pipeline.recovery.ArchiveReplay.Wanted;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.ResourceNotFoundException;

/** With the SDK's client, over the wire. */
class ArchiveReplayTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ARN = "arn:aws:events:eu-central-1:000000000000:";
    private static final Instant TEN = Instant.parse("2026-11-20T10:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Instant ELEVEN = Instant.parse("2026-11-20T11:00:00Z");

    private final FakeAws aws = FakeAws.start();
    private final Deque<String> states = new ArrayDeque<>(List.of("STARTING", "RUNNING", "COMPLETED"));
    private final List<String> progress = new ArrayList<>();
    private EventBridgeClient events;

    @BeforeEach
    void aBusWithAnArchiveAndTheRuleOfOneService() {
        aws.serve("AWSEvents.DescribeEventBus", bus -> node("{'Arn': '%sevent-bus/%s'}", bus.path("Name")))
                .serve(
                        "AWSEvents.DescribeArchive",
                        archive -> node("{'ArchiveArn': '%sarchive/%s'}", archive.path("ArchiveName")))
                .serve("AWSEvents.DescribeRule", rule -> {
                    if (!rule.path("Name").asText().equals("tctf-prod-onboarding")) {
                        throw AwsFault.badRequest("ResourceNotFoundException", "Rule does not exist.");
                    }
                    return node("{'Arn': '%srule/tctf-prod-bus/%s'}", rule.path("Name"));
                })
                .serve("AWSEvents.StartReplay", replay -> node("{'State': 'STARTING'}"))
                .serve(
                        "AWSEvents.DescribeReplay",
                        replay -> node("{'State': '" + states.remove()
                                + "', 'StateReason': 'because', 'EventLastReplayedTime': 1763632800}"));
        events = EventBridgeClient.builder()
                .endpointOverride(aws.endpoint())
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .build();
    }

    @AfterEach
    void close() {
        events.close();
        aws.close();
    }

    @Test
    void aTimeIsReplayedToTheNamedServicesRuleOnly() throws Exception {
        replay().run("again", new Wanted(TEN, ELEVEN, List.of("onboarding"), false));
        JsonNode asked = aws.calls("AWSEvents.StartReplay").getFirst();
        assertThat(asked.path("EventSourceArn").asText()).isEqualTo(ARN + "archive/tctf-prod-archive");
        assertThat(asked.path("EventStartTime").asLong()).isEqualTo(TEN.getEpochSecond());
        assertThat(asked.path("EventEndTime").asLong()).isEqualTo(ELEVEN.getEpochSecond());
        assertThat(asked.path("Destination"))
                .isEqualTo(
                        node(
                                "{'Arn': '%1$sevent-bus/tctf-prod-bus', 'FilterArns': ['%1$srule/tctf-prod-bus/tctf-prod-onboarding']}"));
    }

    @Test
    void itSaysHowFarItIsUntilItIsDone() throws Exception {
        replay().run("again", new Wanted(TEN, ELEVEN, List.of("onboarding"), false));
        assertThat(progress)
                .containsExactly(
                        "again STARTING, replayed up to 2025-11-20T10:00:00Z",
                        "again RUNNING, replayed up to 2025-11-20T10:00:00Z",
                        "again COMPLETED");
    }

    @Test
    void aReplayThatFailsSaysWhy() {
        states.clear();
        states.addAll(List.of("RUNNING", "FAILED"));
        assertThatIllegalStateException()
                .isThrownBy(() -> replay().run("again", new Wanted(TEN, ELEVEN, List.of("onboarding"), false)))
                .withMessage("replay again ended FAILED: because");
    }

    @Test
    void nothingIsReplayedToAllOrToAServiceWithoutARule() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> replay().run("again", new Wanted(TEN, ELEVEN, List.of(), false)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> replay().run("again", new Wanted(ELEVEN, TEN, List.of("onboarding"), false)));
        assertThatExceptionOfType(ResourceNotFoundException.class)
                .isThrownBy(() ->
                        replay().run("again", new Wanted(TEN, ELEVEN, List.of("onboarding", "onbording"), false)));
        assertThat(aws.calls("AWSEvents.StartReplay")).isEmpty();
    }

    @Test
    void whatInboxesNoLongerRememberIsSentOnlyToThoseWhoNeverSawIt() throws Exception {
        Instant before = NOW.minus(Duration.ofDays(29));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> replay().run("again", new Wanted(before, ELEVEN, List.of("onboarding"), false)))
                .withMessageContaining("would be done twice");
        assertThat(aws.calls("AWSEvents.StartReplay")).isEmpty();

        replay().run("again", new Wanted(before, ELEVEN, List.of("onboarding"), true));
        assertThat(aws.calls("AWSEvents.StartReplay")).hasSize(1);
    }

    private ArchiveReplay replay() {
        return new ArchiveReplay(
                events, new Stage("prod"), InstantSource.fixed(NOW), Duration.ofMillis(1), progress::add);
    }

    private static JsonNode node(String json, JsonNode... names) {
        Object[] arguments = new Object[names.length + 1];
        arguments[0] = ARN;
        for (int i = 0; i < names.length; i++) {
            arguments[i + 1] = names[i].asText();
        }
        try {
            return JSON.readTree(json.replace('\'', '"').formatted(arguments));
        } catch (com.fasterxml.jackson.core.JsonProcessingException ours) {
            throw new IllegalArgumentException(json, ours);
        }
    }
}
