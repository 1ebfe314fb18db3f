package org.tctf.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.tctf.identity.Role;
import org.tctf.testing.Answer;
import org.tctf.testing.Caller;
import org.tctf.testing.TestPlatform;
import org.tctf.testing.WebPushClient;

/**
 * A member who has used all there is goes; when the grace is over, nothing on disk and in the log tells of them but what
 * docs/security/retention.md keeps, rule by rule.
 */
class ErasureTest {
    private static final String PASSWORD = "correct horse battery staple";
    private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");
    private static final Pattern TOKEN = Pattern.compile("token=([A-Za-z0-9_.%-]+)");

    /**
     * What may be left, and where.
     *
     * @param name as docs/security/retention.md has it
     * @param covers the places that it keeps something in
     */
    private record Rule(String name, Predicate<Leftover> covers) {}

    /**
     * What is found of a member by.
     *
     * @param hookId of their webhook
     * @param hookSecret that it was given, once
     * @param browserId of the browser that they were notified on
     */
    private record Life(String userId, String hookId, String hookSecret, String browserId) {}

    @TempDir
    Path data;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String email = "zerlina." + mark + "@quuxmail.example";
    private final String newEmail = "zerl." + mark + "@quuxpost.example";
    private final String name = "Zerl_" + mark;
    private final String phone =
            "+447400%06d".formatted(ThreadLocalRandom.current().nextInt(1_000_000));
    private final List<String> personal = List.of(
            email,
            newEmail,
            name,
            "Zerlinette" + mark,
            "Quuxington" + mark,
            "Quuxworks" + mark,
            "Zerlstadt" + mark,
            "Biographie" + mark,
            "quuxhooks" + mark,
            phone,
            "Quuxphone" + mark);

    @Test
    void nothingOfAnErasedMemberIsLeftButWhatARuleKeeps() throws IOException {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Life life;
        Instant end;
        try (TestPlatform platform = TestPlatform.on(data)) {
            log.start();
            ((Logger) LoggerFactory.getLogger("ROOT")).addAppender(log);
            life = live(platform);
            String userId = life.userId();
            platform.settle();
            Set<String> found = Leftover.of(data, personal).stream()
                    .map(Leftover::needle)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(found).as("the search finds what is there").containsExactlyInAnyOrderElementsOf(personal);
            assertThat(Leftover.of(data, List.of(life.hookId())))
                    .as("the webhook, and what was to be posted to it")
                    .hasSizeGreaterThan(1);
            assertThat(Leftover.of(data, List.of(life.hookSecret())))
                    .as("a secret in clear")
                    .isEmpty();

            assertThat(Leftover.of(data, List.of(life.browserId())))
                    .as("the browser, whose it is, and what was to be pushed to it")
                    .hasSizeGreaterThan(2);

            platform.as(userId).delete("/v1/users/me").expect(202);
            platform.advance(Duration.ofDays(30).plusMinutes(1));
            platform.runSchedule("delete-due-accounts");
            // Some erasures wait for their index to catch up, and go on in batches.
            for (int i = 0; i < 3; i++) {
                platform.settle();
                platform.advance(Duration.ofMinutes(2));
            }
            platform.settle();
            assertThat(platform.identity().accounts().find(userId)).isEmpty();
            end = platform.clock().instant();
        } finally {
            ((Logger) LoggerFactory.getLogger("ROOT")).detachAppender(log);
        }

        assertKept(Leftover.of(data, personal), ofThePerson(end));
        assertKept(Leftover.of(data, List.of(life.hookId(), life.hookSecret(), life.browserId())), ofThePerson(end));
        assertKept(Leftover.of(data, List.of(life.userId())), ofTheId(end));
        assertThat(log.list.stream().map(ILoggingEvent::getFormattedMessage))
                .as("log lines that name the person")
                .noneMatch(line -> personal.stream().anyMatch(line::contains));
    }

    /** The person's own words and names: no rule keeps them in the platform. */
    private static List<Rule> ofThePerson(Instant now) {
        return List.of(
                new Rule("local-mailbox", left -> left.isIn("mail") || left.isIn("handset")),
                new Rule("console-trail", left -> left.file().contains("console.db")),
                new Rule("expired-items", left -> left.hasExpired(now)));
    }

    /** The account's id, which leads to nobody any more. */
    private static List<Rule> ofTheId(Instant now) {
        return List.of(
                new Rule("local-mailbox", left -> left.isIn("mail") || left.isIn("handset")),
                new Rule("console-trail", left -> left.file().contains("console.db")),
                new Rule("expired-items", left -> left.hasExpired(now)),
                new Rule("dead-letters", left -> left.isIn("message") && left.says("MAX_RECEIVES")),
                new Rule("erased-members", left -> left.says("Erased") || left.says("Forgotten")),
                new Rule("audit-log", left -> left.file().contains("auth-admin")),
                new Rule("notifications", left -> left.file().contains("activity") && left.says("\"people\"")),
                new Rule("statistics", left -> left.file().contains("analytics")),
                new Rule("conversations", left -> left.file().contains("user-message")));
    }

    private static void assertKept(List<Leftover> leftovers, List<Rule> rules) throws IOException {
        String written = Files.readString(Path.of("../docs/security/retention.md"));
        for (Rule rule : rules) {
            assertThat(written).as("the rule is written down").contains("`" + rule.name() + "`");
        }
        assertThat(leftovers)
                .as("left without a rule that keeps it")
                .filteredOn(
                        left -> rules.stream().noneMatch(rule -> rule.covers().test(left)))
                .isEmpty();
    }

    /** Does what a member can do. */
    private Life live(TestPlatform platform) {
        Answer signUp = platform.anonymous()
                .post(
                        "/v1/account/signup",
                        Map.ofEntries(
                                Map.entry("email", email),
                                Map.entry("password", PASSWORD),
                                Map.entry("firstName", personal.get(3)),
                                Map.entry("lastName", personal.get(4)),
                                Map.entry("membershipName", name),
                                Map.entry("membershipPlan", "INDIVIDUAL"),
                                Map.entry("country", "DE"),
                                Map.entry("jobTitle", "Tester"),
                                Map.entry("companyName", personal.get(5)),
                                Map.entry("city", personal.get(6)),
                                Map.entry("language", "fr")))
                .expect(201);
        String userId = platform.anonymous()
                .post(
                        "/v1/account/signup/confirm",
                        Map.of("sessionId", signUp.at("/sessionId"), "code", code(platform, email)))
                .expect(200)
                .at("/userId");
        platform.settle();
        platform.anonymous()
                .post("/v1/auth/signin", Map.of("email", email, "password", "wrong"))
                .expect(401);
        Caller member = signedIn(platform, email);
        member.put(
                        "/v1/users/" + userId + "/profile",
                        Map.of(
                                "basic",
                                Map.of(
                                        "firstName",
                                        personal.get(3),
                                        "lastName",
                                        personal.get(4),
                                        "bio",
                                        personal.get(7))))
                .expect(200);
        member.put("/v1/users/me/preferences", Map.of("language", "de", "theme", "DARK"))
                .expect(200);
        platform.anonymous()
                .post("/v1/account/username-recovery", Map.of("membershipName", name))
                .expect(202);
        platform.settle();
        member.post("/v1/users/me/email-change", Map.of("email", newEmail)).expect(202);
        confirm(platform, member, "OLD", code(platform, email));
        confirm(platform, member, "NEW", code(platform, newEmail));
        platform.settle();
        Caller moved = signedIn(platform, newEmail);
        Answer hook = moved.post("/v1/webhooks", Map.of("url", "https://" + personal.get(8) + ".example/told"))
                .expect(201);
        WebPushClient browser = new WebPushClient();
        Answer pushes = moved.post(
                        "/v1/push-subscriptions",
                        Map.of(
                                "endpoint",
                                "https://quuxpush.example/" + mark,
                                "keys",
                                Map.of("p256dh", browser.p256dh(), "auth", browser.auth()),
                                "device",
                                personal.get(10)))
                .expect(201);
        moved.post("/v1/users/me/phone", Map.of("number", phone, "channel", "SMS"))
                .expect(202);
        Matcher code = CODE.matcher(platform.phone(phone).getFirst().text());
        assertThat(code.find()).isTrue();
        moved.post("/v1/users/me/phone/confirm", Map.of("code", code.group(1))).expect(200);
        platform.settle();
        chat(platform, moved);
        subscribe(platform, newEmail);
        moved.post("/v1/users/me/data-exports").expect(202);
        platform.settle();
        signedIn(platform, newEmail).post("/v1/auth/signout").expect(204);
        platform.settle();
        return new Life(userId, hook.at("/id"), hook.at("/secret"), pushes.at("/id"));
    }

    /** Gets a list's mails, as whoever owns an address can. */
    private void subscribe(TestPlatform platform, String address) {
        String list = platform.as("editor", Role.STAFF)
                .post("/v1/subscriber-lists", Map.of("name", "News", "description", "", "isPublic", true))
                .expect(201)
                .at("/listId");
        platform.anonymous()
                .post("/v1/subscriptions", Map.of("email", address, "listIds", List.of(list), "name", personal.get(3)))
                .expect(202);
        // What comes of it begins a second after the answer.
        platform.advance(Duration.ofSeconds(1));
        Matcher token =
                TOKEN.matcher(platform.mailbox(address).getFirst().mail().text());
        assertThat(token.find()).isTrue();
        platform.anonymous()
                .post("/v1/subscriptions/confirm?token=" + token.group(1))
                .expect(200);
        platform.settle();
    }

    /** Writes to a friend, who stays, and who answers. */
    private void chat(TestPlatform platform, Caller member) {
        String friend = "friend-" + UUID.randomUUID();
        platform.fact(
                "USER_CREATED",
                1,
                friend,
                Map.ofEntries(
                        Map.entry("userId", friend),
                        Map.entry("email", "friend@example.org"),
                        Map.entry("firstName", "A"),
                        Map.entry("lastName", "Friend"),
                        Map.entry("membershipName", "a_friend"),
                        Map.entry("plan", "INDIVIDUAL"),
                        Map.entry("tier", "BASIC"),
                        Map.entry("country", "DE"),
                        Map.entry("language", "en")));
        platform.settle();
        String conversation = member.send("PUT", "/v1/conversations/direct/" + friend, null)
                .expect(200)
                .at("/conversationId");
        for (String text : List.of(personal.get(6), personal.get(7))) {
            member.post(
                            "/v1/conversations/" + conversation + "/messages",
                            Map.of("clientMessageId", UUID.randomUUID().toString(), "text", "I am " + text))
                    .expect(201);
        }
        platform.as(friend)
                .post(
                        "/v1/conversations/" + conversation + "/messages",
                        Map.of("clientMessageId", UUID.randomUUID().toString(), "text", "Pleased to meet you."))
                .expect(201);
        member.put("/v1/conversations/" + conversation + "/messages/1/reaction", Map.of("emoji", "👍"))
                .expect(200);
        platform.settle();
    }

    private static void confirm(TestPlatform platform, Caller member, String side, String code) {
        member.post("/v1/users/me/email-change/confirm", Map.of("address", side, "code", code))
                .expect(200);
        platform.settle();
    }

    private static Caller signedIn(TestPlatform platform, String address) {
        Answer answer = platform.anonymous()
                .post("/v1/auth/signin", Map.of("email", address, "password", PASSWORD))
                .expect(200);
        return platform.anonymous().token(answer.at("/accessToken"));
    }

    /** The newest code that was mailed to an address. */
    private static String code(TestPlatform platform, String address) {
        return platform.mailbox(address).stream()
                .map(received -> received.mail().text())
                .map(CODE::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }
}
