package org.tctf.endusermessaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tctf.contracts.PhoneTransportContract;
import org.tctf.kernel.PhoneNumber;
import org.tctf.kernel.delivery.DeliveryReport;
import org.tctf.kernel.delivery.DeliveryReport.Fate;
import org.tctf.kernel.phone.Medium;
import org.tctf.kernel.phone.PhoneMessage;
import org.tctf.kernel.phone.PhoneTransport;
import org.tctf.localaws.AwsFault;
import org.tctf.localaws.FakeAws;
import org.tctf.localaws.FakeEndUserMessaging;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.pinpointsmsvoicev2.PinpointSmsVoiceV2Client;

class EndUserMessagingTest extends PhoneTransportContract {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-01T10:00:00Z"));
    private static final String POOL = "arn:aws:sms-voice:eu-central-1:000000000000:pool/pool-1";
    private static final Map<String, String> LANGUAGES =
            Map.of("AMY", "en", "LEA", "fr", "LUCIA", "es", "VICKI", "de", "BIANCA", "it", "INES", "pt");

    private final List<JsonNode> events = new ArrayList<>();
    private final FakeAws aws = FakeAws.start();
    private final FakeEndUserMessaging messaging = FakeEndUserMessaging.on(aws, CLOCK, events::add);
    private final PinpointSmsVoiceV2Client client = client(ClientLimits.standard());
    private final EndUserMessaging transport = new EndUserMessaging(client, POOL, Map.of("sender", "shop"));

    @BeforeEach
    void ownAPool() {
        messaging.own(POOL);
    }

    @AfterEach
    void close() {
        client.close();
        aws.close();
    }

    @Override
    protected PhoneTransport transport() {
        return transport;
    }

    /** A text does not say its language; the sentences write German unless they say otherwise. */
    @Override
    protected List<PhoneMessage> receivedBy(PhoneNumber recipient) {
        return messaging.delivered().stream()
                .filter(taken -> taken.to().equals(recipient.value()))
                .map(taken -> new PhoneMessage(
                        taken.request().path("Context").path("message").asText(),
                        taken.isVoice() ? Medium.CALL : Medium.SMS,
                        new PhoneNumber(taken.to()),
                        Locale.forLanguageTag(LANGUAGES.getOrDefault(
                                taken.request().path("VoiceId").asText(), "de")),
                        taken.body()))
                .toList();
    }

    @Test
    void aTextIsTransactionalAndForgottenWhenItIsLate() {
        transport.send(message(Medium.SMS, "Hello"));
        JsonNode request = aws.calls(FakeEndUserMessaging.SEND_TEXT).getFirst();
        assertThat(request.path("MessageType").asText()).isEqualTo("TRANSACTIONAL");
        assertThat(request.path("OriginationIdentity").asText()).isEqualTo(POOL);
        assertThat(request.path("TimeToLive").asInt()).isEqualTo(600);
    }

    @ParameterizedTest
    @CsvSource({
        "ConflictException, DESTINATION_PHONE_NUMBER_OPTED_OUT",
        "ConflictException, DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION",
        "ValidationException, DESTINATION_COUNTRY_BLOCKED",
        "ValidationException, CANNOT_PARSE"
    })
    void whatAwsSaysOfTheNumberIsFinalAndDoesNotQuoteTheMessage(String code, String reason) {
        aws.failNext(FakeEndUserMessaging.SEND_TEXT, 1, FakeEndUserMessaging.fault(code, reason, "Bad: 493817"));
        assertThatThrownBy(() -> transport.send(message(Medium.SMS, "493817")))
                .isInstanceOf(PhoneTransport.Rejected.class)
                .hasMessageContaining(reason)
                .message()
                .doesNotContain("493817");
    }

    @ParameterizedTest
    @CsvSource({
        "400, ConflictException",
        "400, ValidationException",
        "400, ResourceNotFoundException",
        "400, ServiceQuotaExceededException",
        "400, ThrottlingException",
        "400, AccessDeniedException",
        "500, InternalServerException"
    })
    void whatAwsSaysOfUsIsNotTheMessagesFault(int status, String code) {
        aws.failNext(FakeEndUserMessaging.SEND_VOICE, 1, new AwsFault(status, code, "sorry"));
        assertThatThrownBy(() -> transport.send(message(Medium.CALL, "Hello")))
                .isInstanceOf(PhoneTransport.Unavailable.class);
        assertThat(aws.calls(FakeEndUserMessaging.SEND_VOICE)).hasSize(1);
        transport.send(message(Medium.CALL, "Hello"));
    }

    @Test
    void whatBecomesOfAMessageIsPublishedWithItsIdAndItsSender() {
        PhoneMessage text = message(Medium.SMS, "Hello");
        PhoneMessage call = message(Medium.CALL, "Hello");
        transport.send(text);
        transport.send(call);
        messaging.ends(EndUserMessaging.CONTEXT, text.id(), "TEXT_CARRIER_BLOCKED");
        assertThat(events)
                .allSatisfy(event ->
                        assertThat(event.at("/detail/context/sender").asText()).isEqualTo("shop"));
        assertThat(events)
                .flatMap(event -> EndUserMessagingReports.read(event).stream().toList())
                .extracting(DeliveryReport.Told::report)
                .containsExactly(
                        new DeliveryReport(text.id(), Fate.DELIVERED, "end-user-messaging"),
                        new DeliveryReport(call.id(), Fate.DELIVERED, "end-user-messaging"),
                        new DeliveryReport(text.id(), Fate.BOUNCED, "end-user-messaging"));
    }

    @Test
    void whoHasOptedOutGetsNothing() {
        messaging.optOut(ADA.value());
        assertThatThrownBy(() -> transport.send(message(Medium.SMS, "Hello")))
                .isInstanceOf(PhoneTransport.Rejected.class);
    }

    @Test
    void aNumberThatIsNotOursToSendFromIsNotTheMessagesFault() {
        EndUserMessaging stranger = new EndUserMessaging(client, POOL + "2", Map.of());
        assertThatThrownBy(() -> stranger.send(message(Medium.SMS, "Hello")))
                .isInstanceOf(PhoneTransport.Unavailable.class);
    }

    @Test
    void aLostAnswerIsUnavailableAndMayHaveBeenASentMessage() {
        aws.loseNextAnswer(FakeEndUserMessaging.SEND_TEXT);
        assertThatThrownBy(() -> transport.send(message(Medium.SMS, "Hello")))
                .isInstanceOf(PhoneTransport.Unavailable.class);
        assertThat(receivedBy(ADA)).hasSize(1);
    }

    @Test
    void aHangingAwsIsLeftInTime() {
        assertThat(ClientLimits.standard().apiCallTimeout()).hasValue(ClientLimits.ANSWER);
        Duration soon = Duration.ofMillis(300);
        aws.delayNext(FakeEndUserMessaging.SEND_TEXT, Duration.ofSeconds(20));
        try (PinpointSmsVoiceV2Client hasty =
                client(ClientLimits.standard().copy(limits -> limits.apiCallTimeout(soon)))) {
            long begin = System.nanoTime();
            assertThatThrownBy(() -> new EndUserMessaging(hasty, POOL, Map.of()).send(message(Medium.SMS, "Hello")))
                    .isInstanceOf(PhoneTransport.Unavailable.class);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(soon.multipliedBy(10));
        }
    }

    @Test
    void aClosedPortIsAwssTrouble() {
        aws.close();
        assertThatThrownBy(() -> transport.send(message(Medium.SMS, "Hello")))
                .isInstanceOf(PhoneTransport.Unavailable.class);
    }

    private PinpointSmsVoiceV2Client client(ClientOverrideConfiguration limits) {
        return PinpointSmsVoiceV2Client.builder()
                .endpointOverride(aws.endpoint())
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(limits)
                .build();
    }
}
