package org.tctf.messagingconsumers;

import static org.tctf.testing.Refused.accepted;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tctf.identity.Role;
import org.tctf.kernel.delivery.DeliveryReport;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.mail.Mail;
import org.tctf.mail.ReceivedMail;
import org.tctf.testing.Answer;
import org.tctf.testing.Caller;
import org.tctf.testing.Platform;
import org.tctf.testing.Refused;

/** The sentences through HTTP and serialised events. */
class MessagingConsumersPlatformTest extends MessagingConsumersBehaviour {

    @Override
    MessagingConsumers start() {
        return new OverHttp(Platform.startWithoutRateLimits());
    }

    private record OverHttp(Platform platform) implements MessagingConsumers {
        @Override
        public String list(String name, boolean isPublic) {
            return post("/v1/subscriber-lists", Map.of("name", name, "description", "", "isPublic", isPublic))
                    .at("/listId");
        }

        @Override
        public void subscribe(String email, Map<String, String> said, String... listIds) {
            Map<String, Object> form = new HashMap<>(said);
            form.put("email", email);
            form.put("listIds", List.of(listIds));
            form.computeIfPresent("mayTrack", (name, value) -> Boolean.TRUE);
            accepted(platform.anonymous().post("/v1/subscriptions", form));
            advance(Duration.ofSeconds(1));
        }

        @Override
        public List<Mail> mailbox(String email) {
            return platform.mailbox(email).stream().map(ReceivedMail::mail).toList();
        }

        @Override
        public void reports(Mail mail, DeliveryReport.Fate fate) {
            platform.reports(MessagingConsumersService.DEFINITION, mail, fate);
        }

        @Override
        public void confirm(String token) {
            byForm("/v1/subscriptions/confirm?token=" + token, "");
        }

        @Override
        public void leave(String token, boolean isAll) {
            byForm(
                    "/v1/subscriptions/unsubscribe?token=%s&all=%s".formatted(token, isAll),
                    "List-Unsubscribe=One-Click");
        }

        @Override
        public @Nullable String follow(String token) {
            Answer click = platform.anonymous().get("/v1/mail-links/click?token=" + token);
            // A click's token opens nothing, and the other way round.
            Answer answer =
                    click.status() < 400 ? click : platform.anonymous().get("/v1/mail-links/opened?token=" + token);
            String target = accepted(answer).header("Location").orElse("");
            platform.settle();
            return target;
        }

        @Override
        public Map<String, String> subscriptions(String email) {
            Map<String, String> states = new HashMap<>();
            found(email)
                    .at("/subscriber/lists")
                    .forEach(list -> states.put(
                            list.path("listId").asText(), list.path("state").asText()));
            return states;
        }

        @Override
        public Map<String, String> own(String memberId) {
            Map<String, String> states = new HashMap<>();
            mine(memberId)
                    .path("items")
                    .forEach(list -> states.put(
                            list.path("listId").asText(), list.path("state").asText()));
            return states;
        }

        @Override
        public String ownSuppression(String memberId) {
            return mine(memberId).path("suppressed").asText();
        }

        @Override
        public void join(String memberId, String listId) {
            accepted(platform.as(memberId).send("PUT", "/v1/subscriptions/mine/" + listId, null));
            platform.settle();
        }

        @Override
        public void leaveAsMember(String memberId, String listId) {
            accepted(platform.as(memberId).delete("/v1/subscriptions/mine/" + listId));
            platform.settle();
        }

        @Override
        public JsonNode bring(String listId, String file) {
            Answer begun = accepted(staff().header("Content-Type", "text/csv")
                    .post("/v1/subscriber-imports?consent=a-test&listId=" + listId, file));
            platform.settle();
            return accepted(staff().get("/v1/subscriber-imports/" + begun.at("/importId")))
                    .json();
        }

        @Override
        public String export() {
            StringBuilder all = new StringBuilder();
            String path = "/v1/subscriber-imports/export?limit=100";
            while (path != null) {
                Answer part = accepted(staff().get(path));
                all.append(part.body());
                path = part.header("Link")
                        .map(link -> link.substring(1, link.indexOf('>')))
                        .orElse(null);
            }
            return all.toString();
        }

        @Override
        public void suppress(String email, String reason) {
            post("/v1/suppressions", Map.of("email", email, "reason", reason));
        }

        @Override
        public String suppressed(String email) {
            return found(email).path("suppressed").asText();
        }

        @Override
        public String segment(String field, String value) {
            Map<String, ?> condition = Map.of("field", field, "test", "ONE_OF", "values", List.of(value));
            Map<String, ?> group = Map.of("match", "ANY", "conditions", List.of(condition));
            return post("/v1/segments", Map.of("name", value, "rule", Map.of("match", "ALL", "groups", List.of(group))))
                    .at("/segmentId");
        }

        @Override
        public String template(String subject, String text, String html, @Nullable String german) {
            Map<String, Object> wordings = new HashMap<>();
            wordings.put("en", Map.of("subject", subject, "text", text, "html", html));
            if (german != null) {
                wordings.put(
                        "de",
                        Map.of(
                                "subject",
                                german,
                                "text",
                                text.replace("Hello", "Hallo").replace("news", "Neues"),
                                "html",
                                html));
            }
            return post("/v1/mail-templates", Map.of("name", subject, "wordings", wordings))
                    .at("/templateId");
        }

        @Override
        public void publish(String templateId) {
            post("/v1/mail-templates/%s/publications".formatted(templateId), Map.of());
        }

        @Override
        public String preview(String templateId, String language, Map<String, String> reader) {
            return post(
                            "/v1/mail-templates/%s/preview".formatted(templateId),
                            Map.of("language", language, "reader", reader))
                    .at("/subject");
        }

        @Override
        public String draft(String templateId, String listId, @Nullable String segmentId, boolean tracks) {
            Map<String, Object> form = new HashMap<>(Map.of(
                    "name", "A campaign", "templateId", templateId, "listIds", List.of(listId), "tracks", tracks));
            if (segmentId != null) {
                form.put("segmentId", segmentId);
            }
            return post("/v1/campaigns", form).at("/campaignId");
        }

        @Override
        public void schedule(String campaignId, @Nullable Instant at) {
            act(campaignId, "schedule", at == null ? Map.of() : Map.of("at", at.toString()));
        }

        @Override
        public void pause(String campaignId) {
            act(campaignId, "pause", Map.of());
        }

        @Override
        public void resume(String campaignId) {
            act(campaignId, "resume", Map.of());
        }

        @Override
        public void cancel(String campaignId) {
            act(campaignId, "cancel", Map.of());
        }

        @Override
        public JsonNode progress(String campaignId) {
            return accepted(staff().get("/v1/campaigns/%s/progress".formatted(campaignId)))
                    .json();
        }

        @Override
        public void signedUp(String memberId, String email, String plan, String country, String language) {
            fact(
                    "SIGN_UP_CONFIRMED",
                    memberId,
                    1,
                    Map.of(
                            "userId", memberId,
                            "email", email,
                            "firstName", "Ada",
                            "lastName", "Lovelace",
                            "membershipName", "ada",
                            "membershipPlan", plan,
                            "country", country,
                            "jobTitle", "Analyst",
                            "language", language));
        }

        @Override
        public void emailChanged(String memberId, String email, long accountVersion) {
            fact(
                    "EMAIL_CHANGED",
                    memberId,
                    accountVersion,
                    Map.of("userId", memberId, "email", email, "formerEmail", "former@example.org"));
        }

        @Override
        public void languageChosen(String memberId, String language, long accountVersion) {
            fact(
                    "PREFERENCES_CHANGED",
                    memberId,
                    accountVersion,
                    Map.of("userId", memberId, "language", language, "theme", "DARK", "channels", Map.of()));
        }

        @Override
        public void erased(String memberId) {
            fact("USER_ERASED", memberId, 9, Map.of("userId", memberId));
        }

        @Override
        public List<JsonNode> facts(String type) {
            return platform.payloads(type);
        }

        @Override
        public Instant now() {
            return platform.clock().instant();
        }

        @Override
        public void advance(Duration by) {
            // What waits for a time from now on is queued now, and not when that time has passed.
            platform.settle();
            platform.advance(by);
            platform.settle();
        }

        @Override
        public String refusalOfMember() {
            return platform.as("a-member").get("/v1/campaigns").at("/code");
        }

        @Override
        public void close() {
            platform.close();
        }

        private Caller staff() {
            return platform.as("staff", Role.STAFF);
        }

        private JsonNode mine(String memberId) {
            return accepted(platform.as(memberId).get("/v1/subscriptions/mine")).json();
        }

        private JsonNode found(String email) {
            return accepted(staff().get("/v1/subscribers/by-address?email=" + email))
                    .json();
        }

        private void act(String campaignId, String verb, Map<String, ?> form) {
            post("/v1/campaigns/%s/%s".formatted(campaignId, verb), form);
        }

        private Answer post(String path, Map<String, ?> form) {
            Answer answer = accepted(staff().post(path, form));
            platform.settle();
            return answer;
        }

        /** As a browser or a mail program sends it; what is wrong is in the page. */
        private void byForm(String path, String form) {
            Answer answer = platform.anonymous()
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .post(path, form);
            platform.settle();
            if (answer.status() >= 300) {
                throw new Refused(answer.status() == 410 ? "LINK_EXPIRED" : "LINK_INVALID");
            }
        }

        private void fact(String type, String subject, long version, Map<String, ?> payload) {
            String id = UUID.randomUUID().toString();
            platform.deliver(new Envelope(
                    id,
                    "elsewhere",
                    type,
                    1,
                    now(),
                    subject,
                    Envelope.schemaPath(type, 1),
                    version,
                    id,
                    null,
                    "service:elsewhere",
                    null,
                    platform.codec().toJson(payload)));
            platform.settle();
        }
    }
}
