package org.tctf.communication;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tctf.kernel.crypto.Encrypted;
import org.tctf.kernel.delivery.DeliveryReport;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.mail.Mail;
import org.tctf.kernel.phone.PhoneMessage;
import org.tctf.mail.ReceivedMail;
import org.tctf.testing.Answer;
import org.tctf.testing.Platform;

/** The sentences through HTTP and serialised events. */
class CommunicationPlatformTest extends CommunicationBehaviour {

    @Override
    Communication start() {
        return new OverHttp(Platform.start());
    }

    private record OverHttp(Platform platform) implements Communication {

        @Override
        public void happened(Fact fact) {
            platform.deliver(new Envelope(
                    fact.id(),
                    "elsewhere",
                    fact.type(),
                    1,
                    now(),
                    "subject",
                    Envelope.schemaPath(fact.type(), 1),
                    fact.aggregateVersion(),
                    fact.id(),
                    null,
                    "service:elsewhere",
                    null,
                    platform.codec().toJson(fact.payload())));
            platform.settle();
        }

        @Override
        public List<Mail> mailbox(String address) {
            return platform.mailbox(address).stream().map(ReceivedMail::mail).toList();
        }

        @Override
        public void reports(Mail mail, DeliveryReport.Fate fate) {
            platform.reports(CommunicationService.DEFINITION, mail, fate);
        }

        @Override
        public void reports(PhoneMessage message, DeliveryReport.Fate fate) {
            platform.reports(CommunicationService.DEFINITION, message, fate);
        }

        @Override
        public String fate(Caller caller, String messageId) {
            return answered(caller, "/v1/messages/" + messageId)
                    .json()
                    .path("fate")
                    .asText();
        }

        @Override
        public List<PhoneMessage> phone(String number) {
            return platform.phone(number);
        }

        @Override
        public int deliveries(String mailId) {
            return platform.mail(mailId).orElseThrow().deliveries();
        }

        @Override
        public List<String> published(String type) {
            return platform.settled(type).stream().map(Envelope::data).toList();
        }

        @Override
        public List<String> log(Caller caller, String memberId) {
            List<String> states = new ArrayList<>();
            answered(caller, "/v1/messages?memberId=" + memberId)
                    .json()
                    .path("items")
                    .forEach(message -> states.add(message.path("state").asText()));
            return states;
        }

        @Override
        public String look(Caller caller, String messageId) {
            return answered(caller, "/v1/messages/" + messageId).at("/state");
        }

        @Override
        public String addWebhook(Caller caller, String url) {
            return accepted(platform.as(caller.memberId()).post("/v1/webhooks", Map.of("url", url)))
                    .at("/id");
        }

        @Override
        public List<String> webhooks(Caller caller) {
            List<String> urls = new ArrayList<>();
            answered(caller, "/v1/webhooks").json().path("items").forEach(webhook -> {
                urls.add(webhook.path("url").asText());
                if (webhook.hasNonNull("secret")) {
                    throw new AssertionError("a secret is shown again");
                }
            });
            return urls;
        }

        @Override
        public void removeWebhook(Caller caller, String id) {
            accepted(platform.as(caller.memberId()).delete("/v1/webhooks/" + id));
        }

        @Override
        public String pushKey(Caller caller) {
            return answered(caller, "/v1/push-key").at("/publicKey");
        }

        @Override
        public String addBrowser(Caller caller, Browser browser) {
            // As a browser's toJSON() has it.
            Map<String, Object> subscription = new HashMap<>(Map.of(
                    "endpoint",
                    browser.endpoint(),
                    "keys",
                    Map.of("p256dh", browser.p256dh(), "auth", browser.auth()),
                    "device",
                    browser.device()));
            subscription.put("expirationTime", null);
            Answer answer = accepted(platform.as(caller.memberId()).post("/v1/push-subscriptions", subscription));
            if (answer.status() != 201) {
                throw new AssertionError("not 201 but " + answer.status());
            }
            return answer.at("/id");
        }

        @Override
        public List<String> browsers(Caller caller) {
            Answer answer = answered(caller, "/v1/push-subscriptions");
            if (answer.body().contains("/push/")) {
                throw new AssertionError("an endpoint is shown");
            }
            List<String> browsers = new ArrayList<>();
            answer.json()
                    .path("items")
                    .forEach(one -> browsers.add(one.path("device").asText() + " by "
                            + one.path("service").asText()));
            return browsers;
        }

        @Override
        public void removeBrowser(Caller caller, String id) {
            accepted(platform.as(caller.memberId()).delete("/v1/push-subscriptions/" + id));
        }

        private static Answer accepted(Answer answer) {
            if (answer.status() >= 400) {
                throw new Refused(answer.at("/code"));
            }
            return answer;
        }

        @Override
        public Encrypted encrypt(String purpose, String text) {
            return platform.encryption().encrypt(purpose, text);
        }

        @Override
        public Instant now() {
            return platform.clock().instant();
        }

        @Override
        public void advance(Duration by) {
            platform.advance(by);
            platform.settle();
        }

        @Override
        public void close() {
            platform.close();
        }

        private Answer answered(Caller caller, String path) {
            return accepted(platform.as(caller.memberId(), caller.roles()).get(path));
        }
    }
}
