package org.tctf.endusermessaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tctf.kernel.delivery.DeliveryReport;
import org.tctf.kernel.delivery.DeliveryReport.Fate;
import org.tctf.kernel.delivery.DeliveryReport.Told;

class EndUserMessagingReportsTest {
    /** In the form of the User Guide's own examples, with what we do not read in it. */
    private static final String EVENT = """
            {"version": "0", "id": "event-1", "detail-type": "Text Message Delivery Status Updated",
             "source": "aws.sms-voice", "account": "111122223333", "time": "2026-03-01T10:00:00Z", "region": "eu-west-1",
             "resources": [],
             "detail": {"eventType": "%s", "eventVersion": "1.0", "eventTimestamp": 1772359199998, "isFinal": %s,
              "originationPhoneNumber": "VAJZNBLLDX", "isoCountryCode": "ES", "isInternationalSend": false,
              "mcc": "214", "mnc": "05", "carrierName": "Carrier", "messageId": "ed23196c-75ce-4727-93ee-7bf72b64998f",
              "messageRequestTimestamp": 1772359197243, "messageEncoding": "GSM", "messageType": "TRANSACTIONAL",
              "messageStatus": "DELIVERED", "messageStatusDescription": "Message has been accepted by phone",
              "context": {"message": "text-1", "sender": "tctf-dev-communication"},
              "totalMessageParts": 1, "totalMessagePrice": 0.06087, "totalCarrierFee": 0.0,
              "protectConfiguration": {"protectConfigurationId": "protect-1", "protectStatus": "ALLOW"}}}""";

    private static JsonNode event(String type, boolean isFinal) {
        try {
            return new ObjectMapper().readTree(EVENT.formatted(type, isFinal));
        } catch (JsonProcessingException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Test
    void aDeliveryHasTheMessagesIdAndTheEventsIdAndTime() {
        assertThat(EndUserMessagingReports.read(event("TEXT_DELIVERED", true)))
                .contains(new Told(
                        "event-1",
                        Instant.parse("2026-03-01T10:00:00Z"),
                        new DeliveryReport("text-1", Fate.DELIVERED, "end-user-messaging")));
    }

    @ParameterizedTest
    @CsvSource({
        "TEXT_SUCCESSFUL, DELIVERED",
        "VOICE_COMPLETED, DELIVERED",
        "TEXT_UNREACHABLE, UNDELIVERED",
        "TEXT_CARRIER_UNREACHABLE, UNDELIVERED",
        "TEXT_TTL_EXPIRED, UNDELIVERED",
        "VOICE_BUSY, UNDELIVERED",
        "VOICE_NO_ANSWER, UNDELIVERED",
        "VOICE_FAILED, UNDELIVERED",
        "VOICE_TTL_EXPIRED, UNDELIVERED",
        "TEXT_INVALID, BOUNCED",
        "TEXT_INVALID_MESSAGE, BOUNCED",
        "TEXT_BLOCKED, BOUNCED",
        "TEXT_CARRIER_BLOCKED, BOUNCED",
        "TEXT_PROTECT_BLOCKED, BOUNCED",
        "TEXT_SPAM, BOUNCED"
    })
    void aPhoneThatIsOffMayBeOnLaterAndARefusalIsForGood(String type, Fate fate) {
        assertThat(EndUserMessagingReports.read(event(type, true)))
                .hasValueSatisfying(told -> assertThat(told.report().fate()).isEqualTo(fate));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TEXT_QUEUED",
                "TEXT_PENDING",
                "TEXT_SUCCESSFUL",
                "VOICE_INITIATED",
                "VOICE_RINGING",
                "VOICE_ANSWERED"
            })
    void whatIsNotTheLastWordIsIgnored(String type) {
        assertThat(EndUserMessagingReports.read(event(type, false))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TEXT_UNKNOWN", "MEDIA_DELIVERED", "ANOTHER"})
    void whatSaysNothingOfWhatBecameOfAMessageIsIgnored(String type) {
        assertThat(EndUserMessagingReports.read(event(type, true))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text-1", "event-1", "2026-03-01T10:00:00Z", "TEXT_DELIVERED"})
    void whatAwsDoesNotWriteIsRefused(String missing) {
        String broken = event("TEXT_DELIVERED", true).toString().replace('"' + missing + '"', "null");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EndUserMessagingReports.read(new ObjectMapper().readTree(broken)));
    }
}
