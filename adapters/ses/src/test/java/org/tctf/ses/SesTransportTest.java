package org.tctf.ses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tctf.contracts.MailTransportContract;
import org.tctf.contracts.ReceivedMime;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.delivery.DeliveryReport;
import org.tctf.kernel.mail.Mail;
import org.tctf.kernel.mail.MailTransport;
import org.tctf.localaws.AwsFault;
import org.tctf.localaws.FakeAws;
import org.tctf.localaws.FakeSes;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sesv2.SesV2Client;

class SesTransportTest extends MailTransportContract {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-01T10:00:00Z"));
    private static final String SENDER = "TCTF <no-reply@tctf.example>";
    private static final Mail HELLO = new Mail("mail-1", ADA, "Hello", "text", "<p>text</p>", Map.of());

    private final FakeAws aws = FakeAws.start();
    private final FakeSes ses = FakeSes.on(aws, CLOCK);
    private final SesV2Client client = client(ClientLimits.standard());
    private final SesTransport transport = new SesTransport(client, SENDER, null, CLOCK);

    @BeforeEach
    void verifyTheSender() {
        ses.verify("tctf.example");
    }

    @AfterEach
    void close() {
        client.close();
        aws.close();
    }

    @Override
    protected MailTransport transport() {
        return transport;
    }

    @Override
    protected List<Mail> receivedBy(EmailAddress recipient) {
        return ses.receivedBy(recipient.value()).stream()
                .map(ReceivedMime::mail)
                .toList();
    }

    @Test
    void theMailsIdIsInAHeaderOfItsOwnAndInTheEventsTag() {
        transport.send(HELLO);
        assertThat(new String(ses.receivedBy(ADA.value()).getFirst(), StandardCharsets.US_ASCII))
                .contains("X-Entity-Ref-ID: mail-1\r\n")
                .contains("Auto-Submitted: auto-generated\r\n")
                .contains("From: TCTF <no-reply@tctf.example>\r\n");
        assertThat(aws.calls(FakeSes.SEND_EMAIL).getFirst().path("EmailTags").toString())
                .isEqualTo("[{\"Name\":\"mail\",\"Value\":\"mail-1\"}]");
    }

    @Test
    void whatBecomesOfAMailIsPublishedByItsConfigurationSetAndReadWithItsId() {
        List<JsonNode> events = new ArrayList<>();
        ses.createConfigurationSet("set", Set.of("Delivery", "Bounce", "Complaint"), events::add);
        new SesTransport(client, SENDER, "set", CLOCK).send(HELLO);
        ses.bounces(SesTransport.TAG, "mail-1", "Permanent");
        ses.bounces(SesTransport.TAG, "mail-1", "Transient");
        ses.complains(SesTransport.TAG, "mail-1", "abuse");
        assertThat(events)
                .map(event ->
                        SesReports.read(event).map(DeliveryReport.Told::report).orElseThrow())
                .containsExactly(
                        new DeliveryReport("mail-1", ADA, DeliveryReport.Fate.DELIVERED, "ses"),
                        new DeliveryReport("mail-1", ADA, DeliveryReport.Fate.BOUNCED, "ses"),
                        new DeliveryReport("mail-1", ADA, DeliveryReport.Fate.UNDELIVERED, "ses"),
                        new DeliveryReport("mail-1", ADA, DeliveryReport.Fate.COMPLAINED, "ses"));
    }

    @Test
    void aConfigurationSetThatIsNotThereIsNotTheMailsFault() {
        assertThatThrownBy(() -> new SesTransport(client, SENDER, "gone", CLOCK).send(HELLO))
                .isInstanceOf(MailTransport.Unavailable.class);
    }

    @ParameterizedTest
    @CsvSource({
        "400, MessageRejected, The message was rejected because it contained a virus.",
        "400, BadRequestException, Missing final '@domain'"
    })
    void whatSesSaysOfTheMailIsFinal(int status, String code, String message) {
        aws.failNext(FakeSes.SEND_EMAIL, 1, new AwsFault(status, code, message));
        assertThatThrownBy(() -> transport.send(HELLO))
                .isInstanceOf(MailTransport.Rejected.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({
        "400, MailFromDomainNotVerifiedException",
        "400, AccountSuspendedException",
        "400, SendingPausedException",
        "400, LimitExceededException",
        "429, TooManyRequestsException",
        "404, NotFoundException",
        "403, AccessDeniedException",
        "500, InternalFailure",
        "503, ServiceUnavailable"
    })
    void whatSesSaysOfUsIsNotTheMailsFault(int status, String code) {
        aws.failNext(FakeSes.SEND_EMAIL, 1, new AwsFault(status, code, "sorry"));
        assertThatThrownBy(() -> transport.send(HELLO)).isInstanceOf(MailTransport.Unavailable.class);
        assertThat(aws.calls(FakeSes.SEND_EMAIL)).hasSize(1);
        transport.send(HELLO);
    }

    @Test
    void anUnverifiedSenderIsNotTheMailsFault() {
        SesTransport stranger = new SesTransport(client, "no-reply@elsewhere.example", null, CLOCK);
        assertThatThrownBy(() -> stranger.send(HELLO))
                .isInstanceOf(MailTransport.Unavailable.class)
                .hasMessageContaining("not verified");
    }

    @Test
    void aLostAnswerIsUnavailableAndMayHaveBeenASentMail() {
        aws.loseNextAnswer(FakeSes.SEND_EMAIL);
        assertThatThrownBy(() -> transport.send(HELLO)).isInstanceOf(MailTransport.Unavailable.class);
        assertThat(receivedBy(ADA)).hasSize(1);
    }

    @Test
    void aHangingSesIsLeftInTime() {
        assertThat(ClientLimits.standard().apiCallTimeout()).hasValue(ClientLimits.ANSWER);
        Duration soon = Duration.ofMillis(300);
        aws.delayNext(FakeSes.SEND_EMAIL, Duration.ofSeconds(20));
        try (SesV2Client hasty = client(ClientLimits.standard().copy(limits -> limits.apiCallTimeout(soon)))) {
            long begin = System.nanoTime();
            assertThatThrownBy(() -> new SesTransport(hasty, SENDER, null, CLOCK).send(HELLO))
                    .isInstanceOf(MailTransport.Unavailable.class);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(soon.multipliedBy(10));
        }
    }

    @Test
    void aClosedPortIsSessTrouble() {
        aws.close();
        assertThatThrownBy(() -> transport.send(HELLO)).isInstanceOf(MailTransport.Unavailable.class);
    }

    private SesV2Client client(ClientOverrideConfiguration limits) {
        return SesV2Client.builder()
                .endpointOverride(aws.endpoint())
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(limits)
                .build();
    }
}
