package org.tctf.app.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tctf.app.console.loyalty.GivePresent;
import org.tctf.authcore.AuthCoreService;
import org.tctf.embedded.Settings;
import org.tctf.kernel.PhoneNumber;
import org.tctf.kernel.phone.Medium;
import org.tctf.kernel.phone.PhoneMessage;
import org.tctf.phone.Handset;
import org.tctf.testing.Answer;
import org.tctf.testing.TestPlatform;

class ConsoleApiTest {
    private static TestPlatform platform;

    @BeforeAll
    static void start() {
        platform = TestPlatform.startWithoutRateLimits();
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void theCatalogShowsEachServiceAsItIsDefined() {
        JsonNode services = get("services").json();

        assertThat(services).extracting(service -> service.get("name").asText()).contains("auth-core", "loyalty");
        JsonNode authCore = find(services, "name", "auth-core");
        assertThat(authCore.get("endpoints"))
                .extracting(endpoint -> endpoint.get("id").asText())
                .contains("POST /v1/account/signup");
        assertThat(find(authCore.get("publishes"), "type", "SIGN_UP_STARTED").get("consumedBy"))
                .extracting(JsonNode::asText)
                .contains("loyalty-give-present");
        assertThat(authCore.get("accessPatterns").size()).isPositive();
    }

    @Test
    void oneCorrelationIdFindsEverythingThatASignUpLedTo() {
        String flow = signUp("flow1");

        JsonNode events = get("events?correlationId=" + flow).json().get("items");
        assertThat(events).extracting(event -> event.get("type").asText()).contains("SIGN_UP_STARTED");
        assertThat(events)
                .allSatisfy(event -> assertThat(event.get("status").asText()).isIn("DONE", "UNMATCHED"));
        assertThat(get("traces/" + flow).json())
                .extracting(span -> span.get("name").asText())
                .contains("POST /v1/account/signup", "process loyalty-give-present");
        assertThat(get("logs?correlationId=" + flow).json())
                .extracting(line -> line.get("message").asText())
                .anyMatch(message -> message.startsWith("a present for"));
    }

    @Test
    void aFlagShowsHowItStandsWhoSaysSoAndWhatIsWrong() throws IOException {
        Path file = platform.bean(Settings.class).flags();
        JsonNode asDefined = find(get("flags").json().get("items"), "name", "sign-up-open");
        assertThat(asDefined.get("isOn").asBoolean()).isTrue();
        assertThat(asDefined.get("from").asText()).isEqualTo("its definition");

        platform.turn(AuthCoreService.DEFINITION, AuthCoreService.SIGN_UP_OPEN, false);
        JsonNode turned = find(get("flags").json().get("items"), "name", "sign-up-open");
        assertThat(turned.get("isOn").asBoolean()).isFalse();
        assertThat(turned.get("from").asText()).isEqualTo(file.toString());

        Files.writeString(file, "auth-core.sign-up-open=closed\n");
        platform.advance(Duration.ofSeconds(2));
        JsonNode muddled = get("flags").json();
        assertThat(find(muddled.get("items"), "name", "sign-up-open")
                        .get("isOn")
                        .asBoolean())
                .isFalse();
        assertThat(muddled.get("complaints"))
                .singleElement()
                .extracting(JsonNode::asText)
                .asString()
                .startsWith("auth-core.sign-up-open is 'closed' in")
                .endsWith("make it on or off. It stays off.");

        Files.delete(file);
        platform.advance(Duration.ofSeconds(2));
        assertThat(get("flags").json().get("complaints")).isEmpty();
    }

    @Test
    void codesAreHiddenInPayloadsAndReadableInTheMailbox() {
        String flow = signUp("hidden1");

        JsonNode asked =
                find(get("events?correlationId=" + flow).json().get("items"), "type", "EMAIL_VERIFICATION_REQUESTED");
        assertThat(asked.get("payload").get("code").asText()).isEqualTo("•••");
        JsonNode mails = get("mailbox?to=hidden1@example.org").json().get("items");
        assertThat(mails.size()).isEqualTo(1);
        assertThat(mails.get(0).get("text").asText()).containsPattern("\\d{6}");
        assertThat(get("mailbox/" + mails.get(0).get("id").asText()).at("/to")).isEqualTo("hidden1@example.org");
    }

    @Test
    void whatCameByPhoneStandsAmongTheMailsInPagesOfBoth() {
        signUp("phoned1");
        platform.advance(Duration.ofSeconds(1));
        Handset handset = platform.bean(Handset.class);
        PhoneNumber number = new PhoneNumber("+447400123456");
        handset.send(new PhoneMessage("text-1", Medium.SMS, number, Locale.ENGLISH, "493817 is your code"));
        platform.advance(Duration.ofSeconds(1));
        handset.send(new PhoneMessage("call-1", Medium.CALL, number, Locale.ENGLISH, "4, 9, 3, 8, 1, 7"));

        JsonNode first = get("mailbox?limit=1").json();
        assertThat(first.at("/items/0/channel").asText()).isEqualTo("CALL");
        JsonNode second = get("mailbox?limit=1&cursor="
                        + first.get("nextCursor").asText())
                .json();
        assertThat(second.at("/items/0/id").asText()).isEqualTo("text-1");
        JsonNode third = get("mailbox?limit=1&cursor="
                        + second.get("nextCursor").asText())
                .json();
        assertThat(third.at("/items/0/channel").asText()).isEqualTo("EMAIL");

        assertThat(get("mailbox?to=%2B447400123456").json().get("items")).hasSize(2);
        assertThat(get("mailbox/text-1").at("/text")).isEqualTo("493817 is your code");
    }

    @Test
    void aDeadLetterIsRepairedRedrivenAndDone() {
        GivePresent shop = platform.bean(GivePresent.class);
        shop.open(false);
        String flow = signUp("dead1");
        JsonNode letter = awaitDeadLetter();
        String event = letter.get("eventId").asText();
        assertThat(letter.get("error").asText()).contains("the shop is closed");
        assertThat(get("events/" + event).at("/status")).isEqualTo("DEAD");

        shop.open(true);
        post("dead-letters/" + letter.get("id").asLong() + "/redrive").expect(200);
        platform.settle();

        JsonNode way = find(get("events/" + event).json().get("deliveries"), "queue", "loyalty-give-present");
        // Whether a delivery's beginning is kept apart from its end is a matter of the trail's batches.
        assertThat(way.get("steps"))
                .extracting(step -> step.get("kind").asText())
                .filteredOn(kind -> !kind.equals("DELIVERING"))
                .containsExactly("PUBLISHED", "FAILED", "DEAD_LETTERED", "REDRIVEN", "DONE");
        assertThat(way.get("status").asText()).isEqualTo("DONE");
        assertThat(get("events?correlationId=" + flow + "&service=loyalty")
                        .json()
                        .get("items")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void deadLettersAreRedrivenByQueueOrDiscarded() {
        GivePresent shop = platform.bean(GivePresent.class);
        shop.open(false);
        signUp("dead2");
        signUp("dead3");
        await().until(() -> letters().size() == 2);
        post("dead-letters/" + letters().get(0).get("id").asLong() + "/discard").expect(200);
        shop.open(true);

        assertThat(post("dead-letters/redrive?queue=loyalty-give-present")
                        .expect(200)
                        .json()
                        .get("redriven")
                        .asInt())
                .isEqualTo(1);
        platform.settle();
        assertThat(letters().size()).isZero();
        assertThat(post("dead-letters/4711/redrive").expect(404).at("/code")).isEqualTo("DEAD_LETTER_NOT_FOUND");
    }

    @Test
    void numbersOfRequestsQueuesAndTheDomainAreThere() {
        signUp("metrics1");

        JsonNode metrics = get("metrics").json().get("platform");
        assertThat(find(metrics.get("requests"), "route", "POST /v1/account/signup")
                        .get("count")
                        .asLong())
                .isPositive();
        assertThat(find(metrics.get("queues"), "queue", "loyalty-give-present")
                        .get("done")
                        .asLong())
                .isPositive();
        assertThat(find(metrics.get("facts"), "name", "SIGN_UP_STARTED")
                        .get("count")
                        .asLong())
                .isPositive();
        assertThat(get("queues").json().get("depths").size()).isPositive();
    }

    @Test
    void aTableIsReadByAccessPatternWithSecretsHidden() {
        signUp("table1");
        JsonNode pattern = find(get("services").json(), "name", "auth-core")
                .get("accessPatterns")
                .get(0);

        Answer missing =
                get("tables/auth-core?pattern=" + encoded(pattern.get("name").asText()));
        assertThat(missing.status()).isEqualTo(400);
        assertThat(missing.at("/code")).isEqualTo("PARAMETERS_MISSING");
        assertThat(get("tables/auth-core?pattern=everything").at("/code")).isEqualTo("PATTERN_NOT_FOUND");
    }

    @Test
    void aMailCanBeMadeToComeBackAsFarAsItsSenderAsks() {
        signUp("returned1");
        JsonNode mail = get("mailbox?to=returned1@example.org").json().at("/items/0");
        String reports = "mailbox/%s/reports/".formatted(mail.path("id").asText());
        assertThat(mail.path("sender").asText()).isEqualTo("communication");
        assertThat(mail.path("fate").asText()).isEqualTo("DELIVERED");

        assertThat(post(reports + "BOUNCED").expect(200).at("/fate")).isEqualTo("BOUNCED");
        assertThat(post(reports + "UNDELIVERED").expect(200).at("/fate")).isEqualTo("BOUNCED");
        assertThat(post("mailbox/nothing/reports/BOUNCED").expect(404).at("/code"))
                .isEqualTo("MAIL_NOT_FOUND");
        post(reports + "LOST").expect(400);
    }

    @Test
    void whatIsWrongIsSaidAsAProblem() {
        assertThat(get("events/nothing").expect(404).at("/code")).isEqualTo("EVENT_NOT_FOUND");
        assertThat(get("events?cursor=x").expect(400).at("/code")).isEqualTo("INVALID_CURSOR");
        assertThat(get("events?limit=0").expect(400).at("/code")).isEqualTo("INVALID_LIMIT");
        assertThat(get("events?from=yesterday").expect(400).at("/code")).isEqualTo("INVALID_TIME");
        assertThat(get("events?attribute=x").expect(400).at("/code")).isEqualTo("INVALID_ATTRIBUTE");
        assertThat(get("mailbox/nothing").expect(404).at("/code")).isEqualTo("MAIL_NOT_FOUND");
        assertThat(post("schedules/nothing/run").expect(404).at("/code")).isEqualTo("SCHEDULE_NOT_FOUND");
    }

    @Test
    void aStrangersPageCannotReachItByRebindingOrForgery() throws IOException {
        assertThat(raw("GET /console HTTP/1.1", "Host: evil.example")).startsWith("HTTP/1.1 403");
        assertThat(raw("GET /console HTTP/1.1", "Host: 127.0.0.1", "X-Forwarded-For: 203.0.113.9"))
                .startsWith("HTTP/1.1 403");
        assertThat(raw(
                        "POST /console/api/dead-letters/1/discard HTTP/1.1",
                        "Host: 127.0.0.1",
                        "Origin: https://evil.example"))
                .startsWith("HTTP/1.1 403");
        assertThat(raw(
                        "POST /console/api/dead-letters/1/discard HTTP/1.1",
                        "Host: 127.0.0.1",
                        "Sec-Fetch-Site: cross-site"))
                .startsWith("HTTP/1.1 403");
        assertThat(raw("GET /console HTTP/1.1", "Host: LOCALHOST:8080"))
                .startsWith("HTTP/1.1 200")
                .containsIgnoringCase("content-security-policy: default-src 'none'");
    }

    private static String signUp(String name) {
        return Visitors.signUp(platform, name);
    }

    private static JsonNode awaitDeadLetter() {
        await().until(() -> letters().size() == 1);
        return letters().get(0);
    }

    private static JsonNode letters() {
        return get("dead-letters?queue=loyalty-give-present").json().get("items");
    }

    private static Answer get(String path) {
        return platform.anonymous().get("/console/api/" + path);
    }

    private static Answer post(String path) {
        return platform.anonymous().post("/console/api/" + path);
    }

    private static JsonNode find(JsonNode list, String field, String value) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(item -> item.get(field).asText().equals(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no %s %s in %s".formatted(field, value, list)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String raw(String... lines) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", platform.address().getPort())) {
            String request = String.join("\r\n", List.of(lines)) + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
