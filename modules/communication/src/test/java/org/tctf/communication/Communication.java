package org.tctf.communication;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.tctf.identity.Role;
import org.tctf.kernel.crypto.Encrypted;
import org.tctf.kernel.delivery.DeliveryReport;
import org.tctf.kernel.mail.Mail;
import org.tctf.kernel.phone.PhoneMessage;
import org.tctf.testing.WebPushClient;

/** The service as its sentences see it. */
interface Communication extends AutoCloseable {

    /** A fact from elsewhere arrives, and everything that follows from it is done. */
    void happened(Fact fact);

    /** Mails that arrived at this address, newest first. */
    List<Mail> mailbox(String address);

    /** The mail's provider says this of it, and everything that follows is done. */
    void reports(Mail mail, DeliveryReport.Fate fate);

    /** A text message's or call's provider says this of it. */
    void reports(PhoneMessage message, DeliveryReport.Fate fate);

    /** What the provider said of a message, as the caller sees it; "" while it has said nothing. */
    String fate(Caller caller, String messageId);

    /** What came to this phone, newest first. */
    List<PhoneMessage> phone(String number);

    /** How often the same mail arrived. */
    int deliveries(String mailId);

    /** The service's own facts of this type, as JSON, in order. */
    List<String> published(String type);

    /** The states of the messages that the caller finds for this member, newest first. */
    List<String> log(Caller caller, String memberId);

    /** The state of one message, as the caller sees it. */
    String look(Caller caller, String messageId);

    /** @return its id */
    String addWebhook(Caller caller, String url);

    List<String> webhooks(Caller caller);

    void removeWebhook(Caller caller, String id);

    /** The key that a browser subscribes with. */
    String pushKey(Caller caller);

    /**
     * Registers a browser.
     *
     * @param browser as its subscription's toJSON() gives it
     * @return its id
     */
    String addBrowser(Caller caller, Browser browser);

    /** Names and push services of the caller's browsers, oldest first. */
    List<String> browsers(Caller caller);

    void removeBrowser(Caller caller, String id);

    Encrypted encrypt(String purpose, String text);

    Instant now();

    void advance(Duration by);

    @Override
    void close();

    /** Ada asks for the code 20394857 in the place of one of her app. */
    default Fact codeRequested(String id, Duration goodFor) {
        return new Fact(
                id,
                "TEMP_BACKUP_CODE_REQUESTED",
                2,
                Map.of(
                        "userId",
                        "ada",
                        "email",
                        "ada@example.org",
                        "code",
                        encrypt("temporary-backup-code", "20394857").value(),
                        "expiresAt",
                        now().plus(goodFor)));
    }

    /** @param id of the fact; the same again is a redelivery */
    record Fact(String id, String type, long aggregateVersion, Map<String, ?> payload) {}

    /** What a browser says of its subscription, and what its owner calls it. */
    record Browser(String endpoint, String p256dh, String auth, String device) {
        static Browser at(String endpoint, WebPushClient client) {
            return new Browser(endpoint, client.p256dh(), client.auth(), "Ada's phone");
        }
    }

    /** Somebody who looks into the delivery log. */
    record Caller(String memberId, Role... roles) {}

    /** The service said no, with this code. */
    final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String code) {
            super(code);
        }
    }
}
