package org.tctf.ses;

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
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.delivery.DeliveryReport;

class SesReportsTest {
    /** In the form of SES's own examples, with what we do not read in it. */
    private static final String EVENT = """
            {"version": "0", "id": "event-1", "detail-type": "Email", "source": "aws.ses", "account": "1",
             "time": "2026-03-01T10:00:00Z", "region": "eu-west-1",
             "resources": ["arn:aws:ses:eu-west-1:1:configuration-set/tctf-dev-communication"],
             "detail": {"eventType": "%s", %s
              "mail": {"timestamp": "2026-03-01T09:59:00.123Z", "messageId": "0102-000000", "headersTruncated": false,
               "destination": ["ada@example.org"], "commonHeaders": {"subject": "Hello"},
               "tags": {"mail": ["mail-1"], "ses:configuration-set": ["tctf-dev-communication"],
                        "ses:source-ip": ["192.0.2.1"]}}}}""";

    private static JsonNode event(String type, String about) {
        try {
            return new ObjectMapper().readTree(EVENT.formatted(type, about));
        } catch (JsonProcessingException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Test
    void aDeliveryHasTheMailsIdItsRecipientAndTheEventsIdAndTime() {
        assertThat(SesReports.read(event("Delivery", "\"delivery\": {\"smtpResponse\": \"250 ok\"},")))
                .contains(new DeliveryReport.Told(
                        "event-1",
                        Instant.parse("2026-03-01T10:00:00Z"),
                        new DeliveryReport(
                                "mail-1", new EmailAddress("ada@example.org"), DeliveryReport.Fate.DELIVERED, "ses")));
    }

    @ParameterizedTest
    @CsvSource({"Permanent, BOUNCED", "Transient, UNDELIVERED", "Undetermined, UNDELIVERED"})
    void onlyAPermanentBounceIsForGood(String type, DeliveryReport.Fate fate) {
        String bounce = "\"bounce\": {\"bounceType\": \"%s\", \"bounceSubType\": \"General\"},".formatted(type);
        assertThat(SesReports.read(event("Bounce", bounce)))
                .hasValueSatisfying(read -> assertThat(read.report().fate()).isEqualTo(fate));
    }

    @Test
    void aComplaintIsOneUnlessSomebodyTookTheMailOutOfTheirSpam() {
        assertThat(SesReports.read(event("Complaint", "\"complaint\": {},")))
                .hasValueSatisfying(read -> assertThat(read.report().fate()).isEqualTo(DeliveryReport.Fate.COMPLAINED));
        assertThat(SesReports.read(event("Complaint", "\"complaint\": {\"complaintFeedbackType\": \"not-spam\"},")))
                .isEmpty();
    }

    @Test
    void whatSesDidNotSendForAnEarlierComplaintHasNotArrived() {
        assertThat(SesReports.read(
                        event("Complaint", "\"complaint\": {\"complaintSubType\": \"OnAccountSuppressionList\"},")))
                .hasValueSatisfying(read -> assertThat(read.report().fate()).isEqualTo(DeliveryReport.Fate.BOUNCED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Send", "Open", "Click", "DeliveryDelay", "Rendering Failure", "Subscription", "Another"})
    void whatSaysNothingOfWhatBecameOfAMailIsIgnored(String type) {
        assertThat(SesReports.read(event(type, ""))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail-1", "ada@example.org", "event-1", "2026-03-01T10:00:00Z", "Delivery"})
    void whatSesDoesNotWriteIsRefused(String missing) {
        String broken = event("Delivery", "").toString().replace('"' + missing + '"', "null");
        assertThatIllegalArgumentException().isThrownBy(() -> SesReports.read(new ObjectMapper().readTree(broken)));
    }
}
